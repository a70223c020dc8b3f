import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusal } from '../common/messages/errors';
import { say } from '../site/refusals';

/** The routes whose `:id` is the number of a row, and no document's id. */
const BY_NUMBER = [
  /^\/admin\/(?:users|roles|webhooks|api-tokens|admin-tokens)\/:id/,
  /^\/admin\/transfer\/tokens\/:id/,
  /^\/upload\/(?:files|folders)\/:id/,
  /^\/i18n\/locales\/:id/,
  /^\/(?:api\/)?users-permissions\/roles\/:(?:id|role)/,
];

/** What the bodies of the media library name by numbers: one, or a list of them. */
const OF_LIBRARY = ['fileIds', 'folderIds', 'destinationFolderId', 'parent', 'folder'];

const LARGEST = 2_147_483_647;

const isNumber = (value: unknown): boolean =>
  /^\d{1,10}$/.test(String(value)) && Number(value) <= LARGEST;

const namesNumbers = (value: unknown): boolean => {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.every((each) => each === null || each === undefined || isNumber(each));
};

interface Request {
  route: string;
  params: Readonly<Record<string, string>>;
  body: unknown;
}

/**
 * Refuses numbers of rows that are none. PostgreSQL fails on them, and in the media library nobody
 * waits for that failure: it would end the process.
 *
 * @throws NotFoundError for an address, ValidationError for a body
 */
export const requireNumbers = (strapi: Core.Strapi, { route, params, body }: Request): void => {
  const id = params.id ?? params.role;
  if (BY_NUMBER.some((pattern) => pattern.test(route)) && !isNumber(id)) {
    throw new errors.NotFoundError(say(strapi, 'error.door.number'));
  }
  if (!route.startsWith('/upload') || typeof body !== 'object' || body === null) return;
  const given = body as Readonly<Record<string, unknown>>;
  const field = OF_LIBRARY.find((name) => !namesNumbers(given[name]));
  if (field === undefined) return;
  throw refusal(field, say(strapi, 'error.door.numbers', { field }));
};

interface WebhookStore {
  findWebhook(id: string): Promise<unknown>;
}

/**
 * Strapi tries to call a webhook that is not there.
 *
 * @throws NotFoundError
 */
export const requireWebhook = async (
  strapi: Core.Strapi,
  name: string,
  { id = '' }: Readonly<Record<string, string>>
): Promise<void> => {
  if (name !== 'POST /admin/webhooks/:id/trigger') return;
  const store = strapi.get<WebhookStore>('webhookStore');
  if ((await store.findWebhook(id)) === null) {
    throw new errors.NotFoundError(say(strapi, 'error.door.number'));
  }
};
