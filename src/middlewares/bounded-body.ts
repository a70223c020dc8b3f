import { rm } from 'node:fs/promises';
import { parse as parseJson } from '@hapi/bourne';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import coBody from 'co-body';
import qs from 'qs';
import { isJsonWithin, isQueryWithin } from '../limits/nesting';
import { createKindOf } from '../limits/paths';
import type { Limits } from '../limits/settings';
import { MEGABYTE, MOST_MEGABYTES } from '../site/limits';
import { refuse, say } from '../site/refusals';

interface File {
  filepath: string;
}

interface Context {
  method: string;
  path: string;
  querystring: string;
  req: Parameters<typeof coBody.text>[0];
  request: { body?: unknown; files?: Readonly<Record<string, File | File[] | undefined>> };
  get(header: string): string;
  is(...types: string[]): string | false | null;
}

const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

const JSON_TYPES = ['json', '+json'];
const FORM = 'urlencoded';
const MULTIPART = 'multipart';

const BAD_REQUEST = 400;

/** A body that cannot be read: `global::readable-body` says it in words. */
const unreadable = (cause: unknown): Error =>
  Object.assign(new Error('The body cannot be read', { cause }), { status: BAD_REQUEST });

const jsonOf = (text: string): unknown => {
  if (text.trim() === '') return {};
  try {
    const value: unknown = parseJson(text, { protoAction: 'error' });
    if (typeof value === 'object' && value !== null) return value;
  } catch (error) {
    throw unreadable(error);
  }
  throw unreadable(undefined);
};

const FORM_DEPTH = 5;

/**
 * Global middleware in the place of the half of `strapi::body` that reads JSON and plain forms: the text is
 * counted before it is parsed, for a few hundred kilobytes of brackets keep a server busy for seconds. Files
 * are read only where the media library takes them, and of who says who he is; elsewhere a form of them
 * would be written to the disk for nobody.
 */
const boundedBody: Core.MiddlewareFactory = (_config, { strapi }) => {
  const { bounds } = strapi.config.get<Limits>('limits');
  const kindOf = createKindOf(strapi);

  const tooDeep = (): errors.ValidationError =>
    refuse(strapi, 'body', 'error.body.bounds', {
      depth: bounds.bodyDepth,
      values: bounds.bodyValues,
    });

  const read = (ctx: Context): Promise<string> =>
    coBody.text(ctx.req, { limit: MOST_MEGABYTES.json * MEGABYTE }) as Promise<string>;

  const readJson = async (ctx: Context): Promise<unknown> => {
    const text = await read(ctx);
    if (!isJsonWithin(text, bounds)) throw tooDeep();
    return jsonOf(text);
  };

  const readForm = async (ctx: Context): Promise<unknown> => {
    const text = await read(ctx);
    if (!isQueryWithin(text, bounds)) throw tooDeep();
    return qs.parse(text, { depth: FORM_DEPTH, allowDots: true });
  };

  const requireTaker = (ctx: Context): void => {
    if (kindOf(ctx) !== 'upload') throw refuse(strapi, 'body', 'error.body.files');
    if (ctx.get('authorization') !== '') return;
    throw new errors.UnauthorizedError(say(strapi, 'error.upload.login'));
  };

  const leaveNothing = async ({ request }: Context): Promise<void> => {
    const files = Object.values(request.files ?? {}).flatMap((value) => value ?? []);
    for (const { filepath } of files) await rm(filepath, { force: true });
  };

  return async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    if (WITH_BODY.has(ctx.method)) {
      if (ctx.is(...JSON_TYPES)) ctx.request.body = await readJson(ctx);
      else if (ctx.is(FORM)) ctx.request.body = await readForm(ctx);
      else if (ctx.is(MULTIPART)) requireTaker(ctx);
    }
    try {
      await next();
    } finally {
      await leaveNothing(ctx);
    }
  };
};

export default boundedBody;
