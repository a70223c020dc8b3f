import type { Core } from '@strapi/strapi';
import { likenessOf, pieceOf, type Likeness, type Piece } from '../../../domain/likeness';
import type { Duplicate } from '../../../shared/contracts';
import { UID } from '../constants';
import { isVisible } from '../isolation/visible';
import { repositories } from '../repositories';
import { inTransaction, type Transaction } from '../repositories/connection';
import type { LifeRecord } from '../repositories/lives';
import { clock } from './clock';
import { lifeService } from './life';
import { officersOf, type Person } from './person';
import { loadPeople, unitReference } from './references';
import { wordsNow } from './words-now';

const DAYS = 60;
const DAY_MS = 86_400_000;
/** Clocks of several instances differ: what changed shortly before is read again. */
const MARGIN_MS = 60_000;
const MOST_SHOWN = 10;
/** Of so many the states are looked up; the rest is less alike. */
const MOST_LOOKED_AT = 50;

interface Known {
  /** When it came, in milliseconds. */
  since: number;
  /** When it was changed, in milliseconds. */
  updated: number;
  piece: Piece;
}

/** Prepared for comparing, and kept: to prepare twenty thousand texts takes seconds. */
interface Memory {
  known: Map<number, Known>;
  /** The latest change that was read, in milliseconds. */
  read: number;
}

interface Found extends Likeness {
  id: number;
}

const memories = new WeakMap<Core.Strapi, Memory>();

const memoryOf = (strapi: Core.Strapi): Memory => {
  const known = memories.get(strapi) ?? { known: new Map<number, Known>(), read: 0 };
  memories.set(strapi, known);
  return known;
};

/** Likely duplicates among what came in the last 60 days (§七.8). */
export const duplicateService = ({ strapi }: { strapi: Core.Strapi }) => {
  const { lives } = repositories(strapi);
  const life = lifeService({ strapi });

  /** Reads what changed since the last look. */
  const refresh = async (trx: Transaction, from: number): Promise<Memory> => {
    const memory = memoryOf(strapi);
    const changed = await lives.changedSince(
      trx,
      new Date(memory.read - MARGIN_MS),
      new Date(from)
    );
    for (const { id, title, text, since, updatedAt } of changed) {
      const updated = updatedAt.getTime();
      memory.read = Math.max(memory.read, updated);
      if (memory.known.get(id)?.updated === updated) continue;
      memory.known.set(id, { since: since.getTime(), updated, piece: pieceOf(title, text) });
    }
    for (const [id, { since }] of memory.known) if (since < from) memory.known.delete(id);
    return memory;
  };

  const search = (own: LifeRecord, piece: Piece, { known }: Memory): Found[] => {
    const found: Found[] = [];
    for (const [id, other] of known) {
      if (id === own.id || id === own.mergedInto || own.merged.includes(id)) continue;
      const likeness = likenessOf(piece, other.piece);
      if (likeness) found.push({ id, ...likeness });
    }
    return found.sort((one, other) => other.likeness - one.likeness).slice(0, MOST_LOOKED_AT);
  };

  /** Nobody is shown what is not theirs, and nobody's draft is a duplicate of anything. */
  const isShown = (
    piece: LifeRecord,
    person: Person | null,
    units: ReadonlySet<number>
  ): boolean => {
    if (piece.mergedInto !== null || piece.state === 'draft') return false;
    return !person?.isOfUnit || piece.units.some(({ id }) => units.has(id));
  };

  return {
    /**
     * The likeliest first. A unit's people are shown their own unit's only.
     *
     * @throws NotFoundError when there is no such submission, or it is another unit's
     */
    async of(documentId: string): Promise<Duplicate[]> {
      return inTransaction(strapi, async (trx) => {
        const { piece: own, person } = await life.visit(trx, documentId);
        const { title, text } = await wordsNow(strapi, trx, own);
        const memory = await refresh(trx, clock.now().getTime() - DAYS * DAY_MS);
        const found = search(own, pieceOf(title, text), memory);
        const people = await loadPeople(strapi, trx);
        const units = new Set(
          (await officersOf(strapi, trx, person)).flatMap(({ unit }) => unit ?? [])
        );
        const duplicates: Duplicate[] = [];
        for (const { id, likeness, reason } of found) {
          const piece = await lives.findById(trx, id);
          if (!piece || !isShown(piece, person, units)) continue;
          if (!(await isVisible(strapi, UID.submission, piece.documentId))) continue;
          duplicates.push({
            documentId: piece.documentId,
            title: piece.title,
            state: piece.state,
            units: piece.units.flatMap((unit) => {
              const record = people.units.get(unit.id);
              return record ? [unitReference(record)] : [];
            }),
            receivedAt: piece.receivedAt?.toISOString() ?? null,
            likeness,
            reason,
          });
          if (duplicates.length === MOST_SHOWN) break;
        }
        return duplicates;
      });
    },
  };
};
