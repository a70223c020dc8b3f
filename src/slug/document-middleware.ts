import type { Core, Modules, UID } from '@strapi/strapi';
import type { Transaction } from '../plugins/points/server/src/repositories/connection';
import { oneAtATime } from '../plugins/points/server/src/repositories/lock';
import { slugFieldsOf, type SlugField } from './fields';
import { giveFreeSlugs } from './free-slugs';
import { pinyinSlug } from './pinyin-slug';
import { uniqueSlug } from './unique-slug';

type Context = Modules.Documents.Middleware.Context;
type Data = Record<string, unknown>;

interface Write {
  uid: UID.ContentType;
  action: string;
  documentId: string | undefined;
  data: Data;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const storedDraft = async (
  strapi: Core.Strapi,
  { uid, documentId }: Write,
  { name, target }: SlugField
): Promise<Data | null> => {
  if (documentId === undefined) return null;
  return strapi.db
    .query(uid)
    .findOne({ select: [name, target], where: { documentId }, orderBy: { id: 'desc' } });
};

/** The text that the slug is to be made from, or null when the write leaves the slug as it is. */
const sourceText = async (
  strapi: Core.Strapi,
  write: Write,
  field: SlugField
): Promise<string | null> => {
  const { action, data } = write;
  if (!isEmpty(data[field.name])) return null;
  const slugUntouched = data[field.name] === undefined;
  if (action === 'update' && slugUntouched && isEmpty(data[field.target])) return null;

  const stored = action === 'create' ? null : await storedDraft(strapi, write, field);
  if (action === 'update' && slugUntouched && !isEmpty(stored?.[field.name])) return null;

  const text = isEmpty(data[field.target]) ? stored?.[field.target] : data[field.target];
  return typeof text === 'string' && text !== '' ? text : null;
};

const fillSlug = async (strapi: Core.Strapi, write: Write, field: SlugField): Promise<void> => {
  const text = await sourceText(strapi, write, field);
  if (text === null) return;
  const wanted = pinyinSlug(text) || strapi.getModel(write.uid).modelName;
  write.data[field.name] = await uniqueSlug(strapi, wanted, {
    uid: write.uid,
    field: field.name,
    // A clone is another document: the slug of the one that it is made from is taken.
    documentId: write.action === 'update' ? write.documentId : undefined,
  });
};

const writeOf = (context: Context): Write | null => {
  const { uid, action } = context;
  if (action !== 'create' && action !== 'update' && action !== 'clone') return null;
  const params = context.params as { documentId?: string; data?: Data };
  if (params.data === undefined) {
    if (action !== 'clone') return null;
    params.data = {};
  }
  return { uid, action, documentId: params.documentId, data: params.data };
};

/**
 * Document middleware: whoever writes a document (the admin panel, the API, code), an empty slug is
 * made from its target field in pinyin. A slug that is given, or there already, stays: addresses do
 * not change when a title is corrected. The first publication makes sure that it is the only one.
 */
export const slugMiddleware =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { action, contentType, params } = context;
    if (action === 'publish' && slugFieldsOf(contentType).length > 0) {
      const { documentId } = params as { documentId: string };
      return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
        await oneAtATime(trx, () => giveFreeSlugs(strapi, trx, contentType, documentId));
        return next();
      });
    }
    const write = writeOf(context);
    if (write === null) return next();
    for (const field of slugFieldsOf(contentType)) await fillSlug(strapi, write, field);
    return next();
  };
