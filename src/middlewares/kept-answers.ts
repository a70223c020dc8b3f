import type { Core } from '@strapi/strapi';
import { siteChanges } from '../site/kept/changes';
import { bodyIn, isCompressed, keepOf, type Encoding, type KeptAnswer } from '../site/kept/keep';
import { etagOf } from '../site/public-api/cache';

/** What the middleware uses of a request and its answer. */
interface Context {
  method: string;
  path: string;
  querystring: string;
  status: number;
  type: string;
  body: unknown;
  etag: string;
  readonly fresh: boolean;
  headers: Record<string, string | string[] | undefined>;
  response: { headers: Readonly<Record<string, unknown>>; get(header: string): string };
  acceptsEncodings(...encodings: string[]): string | false;
  set(header: string, value: string): void;
  vary(header: string): void;
}

/** What is nobody's but the asker's, is written, or is a file. */
const NOT_KEPT =
  /^\/(?:admin|uploads|points|mail|content-manager|upload|users-permissions|i18n|content-type-builder|email|_health)(?:\/|$)/;

const ENCODINGS = ['br', 'gzip'] as const;

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Longer addresses are asked once, if at all. */
const LONGEST_ADDRESS = 2_000;

const KINDS = /^(?:text\/|application\/(?:json|xml|rss\+xml|javascript|manifest))|^image\/svg/;

/** Whether the answer is the same for whoever asks: nobody shows who he is. */
const isForEveryone = ({ method, path, querystring, headers }: Context): boolean =>
  READS.has(method) &&
  headers.authorization === undefined &&
  headers.range === undefined &&
  !NOT_KEPT.test(path) &&
  path.length + querystring.length <= LONGEST_ADDRESS &&
  !querystring.includes('access_token');

const textOf = ({ body, response }: Context): string | null => {
  if (typeof body === 'string') return body;
  const isJson = response.get('content-type').startsWith('application/json');
  return isJson && typeof body === 'object' && body !== null ? JSON.stringify(body) : null;
};

type Answer = Omit<KeptAnswer, 'compressed' | 'until'>;

/** The answer as it is kept; nothing where it is not everybody's. */
const answerOf = (ctx: Context): Answer | undefined => {
  const { status, response } = ctx;
  if (ctx.method !== 'GET' || status !== 200 || response.headers['set-cookie']) return undefined;
  const type = response.get('content-type');
  const text = KINDS.test(type) ? textOf(ctx) : null;
  if (text === null) return undefined;
  const body = Buffer.from(text);
  const etag = response.get('etag') || etagOf(text);
  return { type, etag, body, cacheControl: response.get('cache-control') || 'no-cache' };
};

/** The smallest that the asker takes, in whatever order he names them. */
const encodingFor = (ctx: Context, answer: KeptAnswer): Encoding => {
  if (!isCompressed(answer)) return 'identity';
  return ENCODINGS.find((encoding) => ctx.acceptsEncodings(encoding) === encoding) ?? 'identity';
};

const send = async (ctx: Context, answer: KeptAnswer): Promise<void> => {
  const encoding = encodingFor(ctx, answer);
  ctx.status = 200;
  ctx.set('Cache-Control', answer.cacheControl);
  ctx.vary('Accept-Encoding');
  ctx.etag = encoding === 'identity' ? answer.etag : answer.etag.replace(/"$/, `-${encoding}"`);
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  const body = await bodyIn(answer, encoding);
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding);
  ctx.type = answer.type;
  ctx.body = body;
};

/** Lets the rest answer as if the asker had nothing yet: what is kept must be whole. */
const answeredWhole = async (ctx: Context, next: () => Promise<void>): Promise<void> => {
  const known = ctx.headers['if-none-match'];
  delete ctx.headers['if-none-match'];
  try {
    await next();
  } finally {
    if (known !== undefined) ctx.headers['if-none-match'] = known;
  }
};

/**
 * Global middleware: pages of the site and answers of the public API that are the same for everyone
 * are kept as they are sent, compressed too, until something is written that visitors see. Who shows
 * an authorization is never answered from what is kept, and nothing that is answered to him is kept.
 */
const keptAnswers: Core.MiddlewareFactory = (_config, { strapi }) => {
  if (!strapi.config.get<boolean>('site.keep.enabled', true)) return (_ctx, next) => next();
  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    if (!isForEveryone(ctx)) return next();
    const keep = keepOf(strapi);
    siteChanges(strapi).look(Date.now());
    const address = `${ctx.path}?${ctx.querystring}`;
    const waiting = keep.find(address) ? undefined : keep.pending(address);
    if (waiting) await waiting;
    const found = keep.find(address);
    if (found) return send(ctx, found);
    if (waiting || ctx.method !== 'GET') return next();

    const finish = keep.begin(address);
    let answer: Answer | undefined;
    try {
      await answeredWhole(ctx, next);
      answer = answerOf(ctx);
    } catch (error) {
      finish();
      throw error;
    }
    const kept = finish(answer);
    if (kept) await send(ctx, kept);
  };
};

export default keptAnswers;
