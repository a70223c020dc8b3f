import type { Core } from '@strapi/strapi';
import type { Month } from '../../../domain/period';
import { UID } from '../constants';
import { linkTableOf, tableOf, toDate } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A piece that a month counted as received, and how the office dealt with it. */
export interface PieceRecord {
  receivedAt: Date;
  /** documentIds of its units. */
  units: string[];
  wasReturned: boolean;
  /** The office's first decision on it. */
  decidedAt: Date | null;
}

/** What the office decides with; a return may be followed by other decisions. */
const DECISIONS = ['accept', 'return', 'decline'] as const;

interface PieceRow {
  id: number;
  received_at: unknown;
  unit: string;
}

interface DecisionRow {
  id: number;
  action: (typeof DECISIONS)[number];
  at: unknown;
}

/** How pieces went: what no sealed month holds. */
export const sourcesRepository = oncePerApplication((strapi: Core.Strapi) => {
  const history = tableOf(strapi, UID.historyLine);
  const submissions = tableOf(strapi, UID.submission);
  const units = tableOf(strapi, UID.unit);
  const signed = linkTableOf(strapi, UID.submission, 'units');

  const decisionsOf = async (trx: Transaction, months: readonly Month[]): Promise<DecisionRow[]> =>
    trx({ h: history })
      .join({ s: submissions }, 's.document_id', 'h.submission_document_id')
      .whereIn('s.counted_in', [...months])
      .whereIn('h.action', [...DECISIONS])
      .orderBy('h.id')
      .select('s.id', 'h.action', 'h.at');

  return {
    /** The pieces that some months counted as received. */
    async pieces(trx: Transaction, months: readonly Month[]): Promise<PieceRecord[]> {
      const rows: PieceRow[] = await trx({ s: submissions })
        .join({ l: signed.table }, `l.${signed.source}`, 's.id')
        .join({ u: units }, 'u.id', `l.${signed.target}`)
        .whereIn('s.counted_in', [...months])
        .orderBy(['s.id', 'u.id'])
        .select('s.id', 's.received_at', { unit: 'u.document_id' });
      const pieces = new Map<number, PieceRecord>();
      for (const { id, received_at: receivedAt, unit } of rows) {
        const piece = pieces.get(id) ?? {
          receivedAt: toDate(receivedAt),
          units: [],
          wasReturned: false,
          decidedAt: null,
        };
        piece.units.push(unit);
        pieces.set(id, piece);
      }
      for (const { action, at, id } of await decisionsOf(trx, months)) {
        const piece = pieces.get(id);
        if (!piece) continue;
        piece.decidedAt ??= toDate(at);
        piece.wasReturned ||= action === 'return';
      }
      return [...pieces.values()];
    },
  };
});
