import type { RuleSetJson } from '../../../shared/contracts';

/** A rule set's JSON as the form holds it: whole or not, with whatever a file brought along. */
export interface FormContent {
  channels: Array<Record<string, unknown>>;
  policies: Record<string, unknown>;
  extensions: Record<string, unknown> | null;
  [other: string]: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The content of a draft as a form can show it; what has another shape is left out of what is shown. */
export const formContentOf = (content: unknown): FormContent => {
  const given = isRecord(content) ? content : {};
  return {
    ...given,
    channels: Array.isArray(given.channels) ? given.channels.filter(isRecord) : [],
    policies: isRecord(given.policies) ? given.policies : {},
    extensions: isRecord(given.extensions) ? given.extensions : null,
  };
};

/** Points as somebody typed them: a number where they are one, else the text, which the check refuses. */
export const pointsFrom = (text: string): number | string =>
  /^\d{1,6}(\.\d{1,2})?$/.test(text) && !text.endsWith('.') ? Number(text) : text;

/** A value of a form with one of its values changed; `undefined` takes it away. */
export const withValue = <T extends Record<string, unknown>>(
  record: T,
  key: string,
  value: unknown
): T => {
  const others = Object.entries(record).filter(([name]) => name !== key);
  return (value === undefined ? Object.fromEntries(others) : { ...record, [key]: value }) as T;
};

/** A list with one of its items changed; `undefined` takes it away. */
export const withItem = <T>(list: readonly T[], index: number, item: T | undefined): T[] =>
  list.flatMap((each, at) => {
    if (at !== index) return [each];
    return item === undefined ? [] : [item];
  });

/** What of a rule set another bureau can take over as a file. */
export const exportOf = (
  name: string,
  { channels, policies, extensions }: RuleSetJson | FormContent
): Record<string, unknown> => ({
  schema: 1,
  name,
  channels,
  policies,
  ...(extensions && { extensions }),
});
