import type { Core, UID } from '@strapi/strapi';
import { writesData, type DocumentContext } from '../../common/documents/context';
import type { DocumentMiddleware } from '../../common/documents/pipeline';
import { serialize } from '../../common/database/serialize';
import { shown } from '../../common/messages/validation';
import { COLUMN } from '../content-types';
import { refuse } from '../refusals';
import { writtenVersions } from '../written-versions';
import { addressFieldOf, slugFieldsOf, type SlugField } from './fields';
import { giveFreeSlugs } from './free-slugs';
import { pinyinSlug } from './pinyin-slug';
import { isAnothersAddress, notePublished } from './published-addresses';
import { uniqueSlug } from './unique-slug';
import { inTransaction } from '../../common/database/transaction';

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

const writeOf = (context: DocumentContext): Write | null => {
  const { uid, action, params } = context;
  if (!writesData(context)) return null;
  if (params.data === undefined) {
    if (action !== 'clone') return null;
    params.data = {};
  }
  return { uid, action, documentId: params.documentId, data: params.data };
};

/** @throws ValidationError when another document was once published under the address that is given */
const requireOwnAddress = async (
  strapi: Core.Strapi,
  { uid, action, documentId, data }: Write,
  name: string
): Promise<void> => {
  const address = data[name];
  if (typeof address !== 'string' || address === '') return;
  const own = action === 'update' ? documentId : undefined;
  if (!(await isAnothersAddress(strapi, uid, address, own))) return;
  throw refuse(strapi, name, 'error.address.taken', { field: name, value: shown(address) });
};

/** Whether the document stands under an address that visitors see afterwards. */
const publishes = ({ action, uid, params }: DocumentContext): boolean =>
  action === 'publish' || uid === COLUMN || params.status === 'published';

/** Whether a write may give the document another address, or publish it under one. */
export const mayChangeAddress = (context: DocumentContext): boolean =>
  writesData(context) || context.action === 'publish';

const fill = async (
  strapi: Core.Strapi,
  context: DocumentContext,
  address: string
): Promise<void> => {
  const write = writeOf(context);
  if (write === null) return;
  await requireOwnAddress(strapi, write, address);
  for (const field of slugFieldsOf(context.contentType)) await fillSlug(strapi, write, field);
};

/**
 * Document middleware: whoever writes a document (the admin panel, the API, code), an empty slug is
 * made from its target field in pinyin. A slug that is given, or there already, stays: addresses do
 * not change when a title is corrected. Publishing makes sure that it is the only one, and notes it
 * for good: it leads to its entry ever after, and no other gets it. So do the codes of columns.
 */
export const slugMiddleware =
  (strapi: Core.Strapi): DocumentMiddleware =>
  async (context, next) => {
    const { action, contentType } = context;
    const address = addressFieldOf(contentType);
    if (address === null) return next();
    if (!publishes(context)) {
      await fill(strapi, context, address);
      return next();
    }
    return inTransaction(strapi, async (trx) => {
      if (action === 'publish') {
        await serialize(trx, () => giveFreeSlugs(strapi, trx, context));
      } else await fill(strapi, context, address);
      const result = await next();
      await serialize(trx, async () => {
        const versions = await writtenVersions(strapi, context, result);
        await notePublished(strapi, trx, contentType, versions);
      });
      return result;
    });
  };
