import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { monthOf, type Month, type Period } from '../../../domain/period';
import type { Examples } from '../../../shared/contracts';
import { contentTypesOf } from '../../../../../common/documents/content-types';
import {
  attachmentTableOf,
  linkTableOf,
  tableOf,
  toDateOrNull,
} from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { scoringTypes } from '../content-types/opt-in';
import { UID } from '../constants';

const FILE = 'plugin::upload.file';

/** So many of what is to be looked at are named. */
const NAMED = 20;

/** When a month began, and when it was over. */
export interface Moments {
  from: Date;
  before: Date;
}

interface Named {
  documentId: string;
  title: string | null;
}

/** What the office looks at before it seals a month, and what sealing marks. */
export const bulletinRepository = oncePerApplication((strapi: Core.Strapi) => {
  const submissions = tableOf(strapi, UID.submission);
  const adoptions = tableOf(strapi, UID.adoption);

  const found = async (
    query: Knex.QueryBuilder,
    columns: Record<keyof Named, string>
  ): Promise<Examples> => {
    const [counted]: Array<{ count?: unknown }> = await query.clone().count({ count: '*' });
    const rows = (await query
      .clone()
      .select(columns)
      .orderBy(columns.documentId)
      .limit(NAMED)) as Named[];
    return {
      count: Number(counted?.count ?? 0),
      examples: rows.map((row) => ({ ...row, title: row.title ?? '' })),
    };
  };

  const titleOf = (uid: string): string => {
    const attributes = contentTypesOf(strapi).get(uid)?.attributes ?? {};
    return 'title' in attributes ? 'e.title' : 'e.document_id';
  };

  const unprovenOf = (
    trx: Transaction,
    uid: string,
    { from, before }: Moments
  ): Promise<Examples> => {
    const link = linkTableOf(strapi, uid, 'submission');
    const query = trx({ e: tableOf(strapi, uid) })
      .where('e.published_at', '>=', from)
      .where('e.published_at', '<', before)
      .whereNotExists(trx({ l: link.table }).whereRaw('?? = e.id', [`l.${link.source}`]));
    return found(query, { documentId: 'e.document_id', title: titleOf(uid) });
  };

  return {
    /** The first month of which there is a posting or an arrival; `null` when there is nothing. */
    async earliest(trx: Transaction): Promise<Month | null> {
      const posted: { month?: Month | null } | undefined = await trx(tableOf(strapi, UID.posting))
        .min({ month: 'month' })
        .first();
      const received: { at?: unknown } | undefined = await trx(submissions)
        .min({ at: 'received_at' })
        .first();
      const at = toDateOrNull(received?.at ?? null);
      const months = [posted?.month, at && monthOf(calendarService(strapi).dayOf(at))];
      return months.filter((month) => typeof month === 'string').sort()[0] ?? null;
    },

    /** Submissions received until then that the office has not decided on. */
    waiting: (trx: Transaction, { before }: Moments): Promise<Examples> =>
      found(
        trx(submissions)
          .where('state', 'submitted')
          .whereNull('merged_into_id')
          .where('received_at', '<', before),
        { documentId: 'document_id', title: 'title' }
      ),

    /** Adoptions by hand of a period that stand without evidence. */
    withoutEvidence(trx: Transaction, { from, to }: Period): Promise<Examples> {
      const link = linkTableOf(strapi, UID.adoption, 'submission');
      const files = attachmentTableOf(strapi, FILE);
      const query = trx({ a: adoptions })
        .join({ l: link.table }, `l.${link.source}`, 'a.id')
        .join({ s: submissions }, 's.id', `l.${link.target}`)
        .whereNull('a.withdrawn_at')
        .whereNull('a.entry_document_id')
        .whereBetween('a.adopted_on', [from, to])
        .whereNotExists(
          trx({ f: files.table })
            .whereRaw('?? = a.id', [`f.${files.id}`])
            .where(`f.${files.type}`, UID.adoption)
        );
      return found(query, { documentId: 'a.document_id', title: 's.title' });
    },

    /** Entries that were published in a month and belong to no submission. */
    async withoutProvenance(trx: Transaction, moments: Moments): Promise<Examples> {
      const all: Examples = { count: 0, examples: [] };
      for (const uid of scoringTypes(strapi)) {
        const { count, examples } = await unprovenOf(trx, uid, moments);
        all.count += count;
        all.examples.push(...examples);
      }
      return { ...all, examples: all.examples.slice(0, NAMED) };
    },

    /** Marks what a month has counted as received, so that it counts nowhere else whatever happens. */
    async countReceived(trx: Transaction, month: Month, { before }: Moments): Promise<void> {
      await trx(submissions)
        .whereNull('counted_in')
        .whereNull('merged_into_id')
        .where('received_at', '<', before)
        .update({ counted_in: month });
    },

    /** How many submissions a month has counted as received, a joint one once. */
    async received(trx: Transaction, month: Month): Promise<number> {
      const [counted]: Array<{ count?: unknown }> = await trx(submissions)
        .where('counted_in', month)
        .count({ count: '*' });
      return Number(counted?.count ?? 0);
    },
  };
});
