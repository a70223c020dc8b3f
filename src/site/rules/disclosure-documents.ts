import type { Core } from '@strapi/strapi';
import type { DocumentContext } from '../../common/documents/context';
import { calendarService } from '../../common/time/calendar';
import { shown } from '../../common/messages/validation';
import { UID } from '../content-types';
import { bureauOf, indexNumber, isIndexNumber, nextIndexNumber } from '../index-numbers';
import { takeTurns } from '../lock';
import { inARow, refuse } from '../refusals';
import { readDraft, type Data, type Row, type Rule, type Write } from '../write';
import { clock } from '../../common/time/clock';

interface Document extends Row {
  title: string;
  replaces?: Document[];
}

const TYPE = UID.disclosureDocument;
const IN_FORCE = 'in-force';
const SUPERSEDED = 'superseded';

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The year of the number's series: of the document where it is dated, else the current one. */
const yearOf = (strapi: Core.Strapi, { issuedOn }: Data): number => {
  const calendar = calendarService(strapi);
  const given = typeof issuedOn === 'string' ? calendar.parseDay(issuedOn) : null;
  const day = given ?? calendar.dayOf(clock.now());
  return Number(day.slice(0, 4));
};

/** What a document is dated by once it is written: a copy keeps the date that it is not given. */
const datedAs = async (write: Write, data: Data): Promise<Data> => {
  const { strapi, contentType, action, documentId } = write;
  if (action !== 'clone' || data.issuedOn !== undefined || documentId === undefined) return data;
  return (await readDraft(strapi, contentType, documentId, false)) ?? data;
};

const numberIt = async (write: Write, data: Data): Promise<void> => {
  const { strapi, action } = write;
  const given = data.indexNumber;
  const year = yearOf(strapi, await datedAs(write, data));
  if (!isAbsent(given)) {
    if (typeof given === 'string' && isIndexNumber(given)) return;
    const example = indexNumber(bureauOf(strapi).organCode, year, 1);
    throw refuse(strapi, 'indexNumber', 'error.document.index', { value: shown(given), example });
  }
  if (action === 'update') {
    // A number that was given out is not taken back by clearing its field.
    delete data.indexNumber;
    return;
  }
  data.indexNumber = await nextIndexNumber(strapi, year, clock.now());
};

const replacedBy = async (strapi: Core.Strapi, { id }: Row): Promise<Document[]> => {
  const found = (await strapi.db
    .query(TYPE)
    .findOne({ where: { id }, populate: { replaces: true } })) as Document | null;
  return found?.replaces ?? [];
};

/** @throws ValidationError when the documents that it replaces lead back to it */
const requireNoCircle = async (strapi: Core.Strapi, document: Document): Promise<void> => {
  const seen = new Set<string>();
  let paths = [[document]];
  while (paths.length > 0) {
    const longer: Document[][] = [];
    for (const path of paths) {
      const last = path[path.length - 1];
      for (const older of last ? await replacedBy(strapi, last) : []) {
        if (older.documentId === document.documentId) {
          const titles = inARow(
            strapi,
            path.map(({ title }) => title)
          );
          throw refuse(strapi, 'replaces', 'error.document.circle', { titles });
        }
        if (!seen.has(older.documentId)) longer.push([...path, older]);
        seen.add(older.documentId);
      }
    }
    paths = longer;
  }
};

const setValidity = async (
  strapi: Core.Strapi,
  documentIds: readonly string[],
  from: string,
  to: string
): Promise<void> => {
  if (documentIds.length === 0) return;
  await strapi.db.query(TYPE).updateMany({
    where: { documentId: { $in: documentIds }, validity: from },
    data: { validity: to },
  });
};

const idsOf = (documents: readonly Row[]): string[] =>
  documents.map(({ documentId }) => documentId);

/** The documents that published ones replace but that are not superseded, or the other way round. */
const settleValidity = async (strapi: Core.Strapi, documentId: string): Promise<void> => {
  const query = strapi.db.query(TYPE);
  const isPublished = { publishedAt: { $notNull: true } };
  const own = (await query.findOne({
    where: { documentId, ...isPublished },
    populate: { replaces: true },
  })) as Document | null;
  await setValidity(strapi, idsOf(own?.replaces ?? []), IN_FORCE, SUPERSEDED);

  const left = (await query.findMany({
    where: { ...isPublished, validity: SUPERSEDED, replacedBy: { id: { $null: true } } },
  })) as Row[];
  await setValidity(strapi, idsOf(left), SUPERSEDED, IN_FORCE);

  const replacements = await query.count({ where: { ...isPublished, replaces: { documentId } } });
  const [from, to] = replacements > 0 ? [IN_FORCE, SUPERSEDED] : [SUPERSEDED, IN_FORCE];
  await setValidity(strapi, [documentId], from, to);
};

/**
 * A disclosed document has an index number of its own from the start, replaces others in no circle,
 * and is superseded exactly as long as a published one replaces it. That it was repealed or expired
 * is for the editor to say.
 */
export const disclosureDocuments: Rule = {
  concerns: ({ uid }) => uid === TYPE,
  async before(write) {
    const { strapi, action, data } = write;
    await takeTurns(strapi, 'replacements');
    if (data === null) return;
    await numberIt(write, data);
    if (action === 'create' && isAbsent(data.issuer)) data.issuer = bureauOf(strapi).name;
  },
  async after({ strapi, documentId, row }) {
    await requireNoCircle(strapi, row as Document);
    await settleValidity(strapi, documentId);
  },
};

/** Takes a document off the site, and lets those in force again that it alone replaced. */
export const settleValidityAround = async <T>(
  strapi: Core.Strapi,
  { uid, params }: DocumentContext,
  takeOff: () => Promise<T>
): Promise<T> => {
  if (uid !== TYPE) return takeOff();
  await takeTurns(strapi, 'replacements');
  const result = await takeOff();
  if (params.documentId !== undefined) await settleValidity(strapi, params.documentId);
  return result;
};
