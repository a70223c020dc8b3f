import type { Core } from '@strapi/strapi';
import type { ReplayedSubmission, Window } from '../../../domain/replay';
import { groupBy } from '../../../../../common/group-by';
import { inListOrder, linkTableOf, tableOf } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';
import { adoptionRepository } from '../records/adoptions';

interface UnitRow {
  submission: number;
  unit: number;
}

interface OfficerRow extends UnitRow {
  officer: number;
}

/** The title of a submission, and what addresses it. */
export interface NamedSubmission {
  documentId: string;
  title: string;
}

/** What a replay reads: all that was adopted in a window, without what is only shown. */
export const replayRepository = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const submissions = tableOf(strapi, UID.submission);
  const ofAdoption = linkTableOf(strapi, UID.adoption, 'submission');
  const units = linkTableOf(strapi, UID.submission, 'units');
  const officers = linkTableOf(strapi, UID.submission, 'officers');
  const memberUnits = linkTableOf(strapi, UID.member, 'unit');

  /** Ids of the submissions that something adopted in a window, as a subquery. */
  const adoptedIn = (trx: Transaction, { from, to }: Window) =>
    trx({ a: tableOf(strapi, UID.adoption) })
      .join({ l: ofAdoption.table }, `l.${ofAdoption.source}`, 'a.id')
      .whereNull('a.withdrawn_at')
      .whereBetween('a.adopted_on', [from, to])
      .select(`l.${ofAdoption.target}`);

  const unitRows = (trx: Transaction, window: Window): Promise<UnitRow[]> =>
    trx({ l: units.table })
      .whereIn(`l.${units.source}`, adoptedIn(trx, window))
      .orderBy(inListOrder(units))
      .select({ submission: `l.${units.source}`, unit: `l.${units.target}` });

  const officerRows = (trx: Transaction, window: Window): Promise<OfficerRow[]> =>
    trx({ l: officers.table })
      .join({ m: memberUnits.table }, `m.${memberUnits.source}`, `l.${officers.target}`)
      .whereIn(`l.${officers.source}`, adoptedIn(trx, window))
      .orderBy(inListOrder(officers))
      .select({
        submission: `l.${officers.source}`,
        officer: `l.${officers.target}`,
        unit: `m.${memberUnits.target}`,
      });

  return {
    /** The submissions that something adopted in a window, each with all of its adoptions in force. */
    async adopted(trx: Transaction, window: Window): Promise<ReplayedSubmission[]> {
      const found = await adoptions.inForceOfThese(trx, adoptedIn(trx, window));
      const adoptionsOf = groupBy(found, ({ submission }) => submission);
      const unitsOf = groupBy(await unitRows(trx, window), ({ submission }) => submission);
      const officersOf = groupBy(await officerRows(trx, window), ({ submission }) => submission);
      return [...adoptionsOf].map(([id, own]) => {
        const named = officersOf.get(id) ?? [];
        return {
          id,
          adoptions: own,
          contributors: (unitsOf.get(id) ?? []).map(({ unit }) => ({
            unit,
            officers: named.filter((row) => row.unit === unit).map(({ officer }) => officer),
          })),
        };
      });
    },

    /** Submissions by id. */
    async named(trx: Transaction, ids: readonly number[]): Promise<Map<number, NamedSubmission>> {
      const rows: Array<{ id: number; document_id: string; title: string }> = await trx(submissions)
        .select('id', 'document_id', 'title')
        .whereIn('id', [...ids]);
      return new Map(
        rows.map(({ id, document_id: documentId, title }) => [id, { documentId, title }])
      );
    },

    /** Ids of the submissions that something adopted on a day or later. */
    async adoptedFrom(trx: Transaction, from: Window['from']): Promise<number[]> {
      const rows: Array<{ id: number }> = await trx(submissions)
        .whereIn('id', adoptedIn(trx, { from, to: '9999-12-31' }))
        .orderBy('id')
        .select('id');
      return rows.map(({ id }) => id);
    },
  };
});
