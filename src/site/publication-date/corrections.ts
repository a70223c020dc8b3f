import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { personName, type NamedAccount } from '../../common/text/person-name';
import {
  guardAppended,
  withLedgerLock,
  entryService,
} from '../../plugins/points/server/src/public';
import { shown } from '../../common/messages/validation';
import { siteTypes } from '../public-api/site-types';
import { indexDocument, publishedRows } from '../search/index-entries';
import { refuse, say } from '../refusals';
const TRAIL = 'api::publication-date-correction.publication-date-correction';
const MOST_CHARACTERS = 500;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** One line of an entry's trail; moments in ISO 8601. */
interface Correction {
  at: string;
  previousDate: string;
  correctedDate: string;
  reason: string;
  personName: string;
  /** Whether the dates of the entry's adoptions were corrected with it. */
  adoptions: boolean;
}

/** The account that corrects. */
export interface Person extends NamedAccount {
  id: number;
}

interface Entry {
  uid: UID.ContentType;
  documentId: string;
}

interface Dated {
  publicationDate: string | Date | null;
}

const unknown = (strapi: Core.Strapi, { documentId }: Entry): errors.NotFoundError =>
  new errors.NotFoundError(say(strapi, 'error.correction.unknown', { value: shown(documentId) }));

/** The moment that was asked for. */
const requireMoment = (strapi: Core.Strapi, value: unknown, now: Date): Date => {
  const moment = typeof value === 'string' && MOMENT.test(value) ? new Date(value) : null;
  if (moment === null || Number.isNaN(moment.getTime()) || moment > now) {
    throw refuse(strapi, 'publicationDate', 'error.correction.date', { value: shown(value) });
  }
  return moment;
};

const requireReason = (strapi: Core.Strapi, value: unknown): string => {
  const reason = typeof value === 'string' ? value.trim() : '';
  if (reason !== '' && reason.length <= MOST_CHARACTERS) return reason;
  throw refuse(strapi, 'reason', 'error.correction.reason');
};

/** Whether the entry's adoptions are to be dated with it. */
const requireChoice = (strapi: Core.Strapi, value: unknown): boolean => {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw refuse(strapi, 'adoptions', 'error.correction.adoptions', { value: shown(value) });
};

/** The entry's date as it stands; the draft carries it as well as the published version. */
const currentDate = async (strapi: Core.Strapi, entry: Entry): Promise<Date> => {
  const { uid, documentId } = entry;
  const type = siteTypes(strapi).find((each) => each.uid === uid);
  if (!type?.attributes.some(([name]) => name === 'publicationDate')) throw unknown(strapi, entry);
  const found = (await strapi.db
    .query(uid)
    .findOne({ where: { documentId }, orderBy: { id: 'desc' } })) as Dated | null;
  if (!found) throw unknown(strapi, entry);
  if (found.publicationDate === null) {
    throw refuse(strapi, 'publicationDate', 'error.correction.unpublished');
  }
  return new Date(found.publicationDate);
};

/**
 * Corrects the date of an entry's first publication, and says in its trail who did it, from what to
 * what, and why. Points stay where they are, for an adoption is dated by the act of publishing, unless
 * the office says that the site adoptions in force are to be dated with it; then they move.
 *
 * @param body `publicationDate`, a past moment in ISO 8601 with its offset, `reason`, and `adoptions`
 * @throws ValidationError for a wrong date, no reason or an entry that was never published
 * @throws NotFoundError when there is no such entry
 */
export const correctPublicationDate = async (
  strapi: Core.Strapi,
  entry: Entry,
  body: Readonly<Record<string, unknown>>,
  person: Person,
  now: Date
): Promise<void> =>
  withLedgerLock(strapi, async (trx) => {
    const moment = requireMoment(strapi, body.publicationDate, now);
    const reason = requireReason(strapi, body.reason);
    const adoptions = requireChoice(strapi, body.adoptions);
    const previous = await currentDate(strapi, entry);
    const { uid, documentId } = entry;
    const moved = adoptions
      ? await entryService(strapi).correctDate(trx, uid, documentId, moment)
      : 0;
    if (previous.getTime() === moment.getTime() && moved === 0) {
      throw refuse(strapi, 'publicationDate', 'error.correction.same');
    }
    await strapi.db.query(uid).updateMany({
      where: { documentId, publicationDate: { $notNull: true } },
      data: { publicationDate: moment },
    });
    await strapi.documents(TRAIL).create({
      data: {
        entryUid: uid,
        entryDocumentId: documentId,
        at: now,
        previousDate: previous,
        correctedDate: moment,
        reason,
        accountId: person.id,
        personName: personName(person),
        adoptions: moved > 0,
      },
    });
    const type = siteTypes(strapi).find((each) => each.uid === uid);
    if (!type) return;
    const versions = await publishedRows(strapi, type, { documentId });
    await indexDocument(strapi, trx, type, { documentId, versions, wasPublished: true });
  });

/** What was corrected in an entry's date, the newest first. */
export const correctionsOf = async (
  strapi: Core.Strapi,
  { uid, documentId }: Entry
): Promise<Correction[]> => {
  const rows = (await strapi.db.query(TRAIL).findMany({
    where: { entryUid: uid, entryDocumentId: documentId },
    orderBy: { id: 'desc' },
    limit: 100,
  })) as Array<Omit<Correction, 'adoptions'> & { adoptions: boolean | null }>;
  return rows.map(({ at, previousDate, correctedDate, reason, personName, adoptions }) => ({
    at,
    previousDate,
    correctedDate,
    reason,
    personName,
    // Lines from before there was the choice know none.
    adoptions: adoptions ?? false,
  }));
};

/** Makes the database refuse to change or delete the trail, whoever asks. Run at every boot. */
export const guardCorrections = (strapi: Core.Strapi): Promise<void> =>
  guardAppended(strapi, [
    {
      uid: TRAIL,
      refusal: 'site: corrections of publication dates are never changed and never deleted',
      keys: ['id'],
      content: [
        ...['entry_uid', 'entry_document_id', 'at', 'previous_date', 'corrected_date', 'reason'],
        ...['account_id', 'person_name', 'adoptions'],
      ],
    },
  ]);
