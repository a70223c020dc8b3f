import type { Core, Struct, UID } from '@strapi/strapi';
import { inTransaction } from '../../common/database/transaction';
import { writesData, type DocumentContext } from '../../common/documents/context';
import { isPublishedVersion, readVersionsBefore } from '../../common/documents/versions';
import type { DocumentMiddleware } from '../../common/documents/pipeline';
import { guardCorrections } from './corrections';
import { registerCorrectAction, serveCorrections } from './routes';

const FIELD = 'publicationDate';

type Data = Record<string, unknown>;

interface Clock {
  now(): Date;
}

/** Whether documents of the type have a publication date that is kept here. */
export const isDatedType = ({ contentType }: DocumentContext): boolean =>
  contentType.attributes[FIELD]?.type === 'datetime' &&
  contentType.options?.draftAndPublish === true;

const isLocalized = (contentType: Struct.ContentTypeSchema): boolean =>
  (contentType.pluginOptions as { i18n?: { localized?: boolean } } | undefined)?.i18n?.localized ===
  true;

const localeFilter = ({ contentType, params: { locale } }: DocumentContext): Data => {
  if (!isLocalized(contentType) || locale === undefined || locale === '*') return {};
  return { locale };
};

const now = (strapi: Core.Strapi): Date => strapi.plugin('points').service<Clock>('clock').now();

const isGiven = (date: unknown): boolean => date !== null && date !== undefined;

/** Dates the drafts that have none; publishing copies the date to the published version. */
const dateDrafts = async (strapi: Core.Strapi, context: DocumentContext): Promise<void> => {
  const { documentId } = context.params;
  const versions = await readVersionsBefore(strapi, context);
  // A date that was given once is never taken away again.
  if (versions.every((version) => isPublishedVersion(version) || isGiven(version[FIELD]))) return;
  await strapi.db.query(context.uid).updateMany({
    where: { documentId, publishedAt: null, [FIELD]: null, ...localeFilter(context) },
    data: { [FIELD]: now(strapi) },
  });
};

const isDated = async (strapi: Core.Strapi, uid: UID.ContentType, where: Data): Promise<boolean> =>
  (await strapi.db.query(uid).count({ where: { ...where, [FIELD]: { $notNull: true } } })) > 0;

const dateData = async (strapi: Core.Strapi, context: DocumentContext): Promise<void> => {
  const { params } = context;
  const { documentId, status } = params;
  const given = Object.entries(params.data ?? {});
  const data: Data = Object.fromEntries(given.filter(([name]) => name !== FIELD));
  params.data = data;
  if (context.action === 'clone') {
    data[FIELD] = null;
    return;
  }
  if (status !== 'published') return;
  const where = { documentId, publishedAt: null, ...localeFilter(context) };
  if (context.action === 'update' && (await isDated(strapi, context.uid, where))) return;
  data[FIELD] = now(strapi);
};

/**
 * Document middleware of every content type with draft & publish and a `publicationDate`: the date
 * is the moment of the first publication, by the ledger's clock. Nobody else writes it, so that it
 * cannot be made up, and publishing again keeps it. It is written in the publication's transaction.
 */
export const publicationDateMiddleware =
  (strapi: Core.Strapi): DocumentMiddleware =>
  async (context, next) => {
    if (writesData(context)) await dateData(strapi, context);
    if (context.action !== 'publish') return next();
    return inTransaction(strapi, async () => {
      await dateDrafts(strapi, context);
      return next();
    });
  };

/** Lets the office correct a publication date. */
export const registerPublicationDates = async (strapi: Core.Strapi): Promise<void> => {
  await registerCorrectAction(strapi);
  serveCorrections(strapi);
};

/** Guards the trail of corrections; run at every boot. */
export const bootstrapPublicationDates = (strapi: Core.Strapi): Promise<void> =>
  guardCorrections(strapi);
