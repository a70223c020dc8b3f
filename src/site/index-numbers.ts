import type { Core } from '@strapi/strapi';
import { newDocumentId, tableOf } from '../common/database/tables';
import { UID } from './content-types';
import { inTransaction } from '../common/database/transaction';

const DIGITS = 5;

/** 机构代码 (9 characters, or 18 of a 统一社会信用代码), year, number: as government sites write it. */
const INDEX_NUMBER = /^(?:[0-9A-Z]{9}|[0-9A-Z]{18})\/(?:19|20)\d{2}-\d{5}$/;

/** What `config/site` says of the bureau. */
interface Bureau {
  organCode: string;
  name: string;
}

/** Whose site it is. */
export const bureauOf = (strapi: Core.Strapi): Bureau => strapi.config.get<Bureau>('site.bureau');

/** Whether a text is an index number: `014109520/2026-00012`. */
export const isIndexNumber = (text: string): boolean => INDEX_NUMBER.test(text);

/** An index number in its series. */
export const indexNumber = (organCode: string, year: number, position: number): string =>
  `${organCode}/${year}-${String(position).padStart(DIGITS, '0')}`;

/** The next position of a series; of two that ask at once, the second waits for the first. */
const nextPosition = async (strapi: Core.Strapi, series: string, now: Date): Promise<number> =>
  inTransaction(strapi, async (trx) => {
    const table = tableOf(strapi, UID.numberSeries);
    const row = { document_id: newDocumentId(), created_at: now, updated_at: now, series, last: 1 };
    const [counted]: Array<{ last: number }> = await trx(table)
      .insert(row)
      .onConflict('series')
      .merge({ last: trx.raw('?? + 1', [`${table}.last`]) })
      .returning('last');
    if (!counted) throw new Error(`The series ${series} gave no number.`);
    return counted.last;
  });

const isTaken = async (strapi: Core.Strapi, value: string): Promise<boolean> =>
  (await strapi.db.query(UID.disclosureDocument).count({ where: { indexNumber: value } })) > 0;

/**
 * Gives out the next index number of a year, in the transaction under way. None is given out twice,
 * also not that of a document that is deleted; those that were entered by hand are passed over.
 */
export const nextIndexNumber = async (
  strapi: Core.Strapi,
  year: number,
  now: Date
): Promise<string> => {
  const { organCode } = bureauOf(strapi);
  for (;;) {
    const position = await nextPosition(strapi, `${organCode}/${year}`, now);
    const value = indexNumber(organCode, year, position);
    if (!(await isTaken(strapi, value))) return value;
  }
};
