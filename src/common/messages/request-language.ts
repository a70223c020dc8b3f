import type { Core } from '@strapi/strapi';
/** The languages of the house's sentences. */
export type Language = 'en' | 'zh-Hans';

/** What fills the `{names}` of a sentence. */
export type Values = Readonly<Record<string, string | number>>;

const DEFAULT: Language = 'zh-Hans';

const languageOf = (tag: string | undefined): Language | undefined => {
  const primary = tag?.trim().toLowerCase().split(/[-_;]/)[0];
  if (primary === 'zh') return 'zh-Hans';
  return primary === 'en' ? 'en' : undefined;
};

/** The first of `Accept-Language` that we speak, by the order of its weights. */
const accepted = (header: string | undefined): Language | undefined => {
  if (!header) return undefined;
  const weighted = header.split(',').map((part) => {
    const weight = /;\s*q=([\d.]+)/.exec(part)?.[1];
    return { language: languageOf(part), weight: weight === undefined ? 1 : Number(weight) };
  });
  return weighted
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .find(({ language }) => language !== undefined)?.language;
};

interface RequestContext {
  get(header: string): string;
  state?: { user?: { preferedLanguage?: string | null } };
}

/**
 * The language of the request. A program says what it wants in `Accept-Language`. A browser sends
 * the machine's languages there, so the one chosen in the person's profile goes first. Without
 * either, Chinese.
 */
export const languageOfRequest = (strapi: Core.Strapi): Language => {
  const ctx = strapi.requestContext.get() as RequestContext | undefined;
  if (!ctx) return DEFAULT;
  const chosen = languageOf(ctx.state?.user?.preferedLanguage ?? undefined);
  const header = accepted(ctx.get('accept-language'));
  const fromBrowser = ctx.get('sec-fetch-mode') !== '';
  return (fromBrowser ? (chosen ?? header) : (header ?? chosen)) ?? DEFAULT;
};

/** A text with its `{names}` filled in. */
export const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole
  );
