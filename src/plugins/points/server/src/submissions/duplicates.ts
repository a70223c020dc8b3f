import type { Core } from '@strapi/strapi';
import {
  fingerprintOf,
  similarityOf,
  type Fingerprint,
  type Similarity,
} from '../../../domain/similarity';
import type { Duplicate } from '../../../shared/contracts';
import { UID } from '../constants';
import { isVisible } from '../isolation/visible';
import { type WorkflowRecord, workflowRepository } from './workflow-repository';
import { clock } from '../../../../../common/time/clock';
import { duplicateRepository } from './duplicates-repository';
import { transitionContexts } from './transition-context';
import { unitsHeldTo } from '../records/requester';
import { loadPeople, unitReference } from '../records/people';
import { currentTexts } from './current-texts';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';

const DAYS = 60;
const DAY_MS = 86_400_000;
/** Clocks of several instances differ: what changed shortly before is read again. */
const MARGIN_MS = 60_000;
const MOST_SHOWN = 10;
/** Of so many the states are looked up; the rest is less alike. */
const MOST_LOOKED_AT = 50;
/** So many searches are kept up to date, and no more: a page of the inbox is 25. */
const MOST_KEPT = 500;
/** When more than that changed at once, searching anew is cheaper than bringing searches up to date. */
const MOST_FOLLOWED = 200;

interface Known {
  /** When it came, in milliseconds. */
  since: number;
  /** When it was changed, in milliseconds. */
  updated: number;
  fingerprint: Fingerprint;
}

/** What was alike a submission when it was last looked at, by id. */
interface Search {
  /** The submission's last change, in milliseconds. */
  updated: number;
  fingerprint: Fingerprint;
  alike: Map<number, Similarity>;
}

/** Prepared for comparing, and kept: to prepare twenty thousand texts takes seconds. */
interface Snapshot {
  known: Map<number, Known>;
  /** By the id of what was looked for. */
  searches: Map<number, Search>;
  /** When changes were last read, in milliseconds. */
  read: number;
}

interface Found extends Similarity {
  id: number;
}

const snapshots = new WeakMap<Core.Strapi, Snapshot>();

const snapshotOf = (strapi: Core.Strapi): Snapshot => {
  const made = snapshots.get(strapi) ?? {
    known: new Map<number, Known>(),
    searches: new Map<number, Search>(),
    read: 0,
  };
  snapshots.set(strapi, made);
  return made;
};

const alikeAmong = (
  id: number,
  fingerprint: Fingerprint,
  { known }: Snapshot
): Map<number, Similarity> => {
  const alike = new Map<number, Similarity>();
  for (const [other, { fingerprint: compared }] of known) {
    if (other === id) continue;
    const similarity = similarityOf(fingerprint, compared);
    if (similarity) alike.set(other, similarity);
  }
  return alike;
};

/** Brings the searches that are kept up to date with submissions that changed. */
const followChanges = ({ known, searches }: Snapshot, changed: readonly number[]): void => {
  if (changed.length > MOST_FOLLOWED) searches.clear();
  for (const id of changed) {
    searches.delete(id);
    const changedTo = known.get(id)?.fingerprint;
    for (const search of searches.values()) {
      const similarity = changedTo ? similarityOf(search.fingerprint, changedTo) : null;
      if (similarity) search.alike.set(id, similarity);
      else search.alike.delete(id);
    }
  }
};

/** What is alike a submission: from an earlier search if there was one, else looked for and kept. */
const searchFor = (
  snapshot: Snapshot,
  { id, updated, fingerprint }: Omit<Search, 'alike'> & { id: number }
): Map<number, Similarity> => {
  const { searches } = snapshot;
  const earlier = searches.get(id);
  if (earlier?.updated === updated) return earlier.alike;
  const alike = alikeAmong(id, fingerprint, snapshot);
  searches.set(id, { updated, fingerprint, alike });
  const [oldest] = searches.keys();
  if (searches.size > MOST_KEPT && oldest !== undefined) searches.delete(oldest);
  return alike;
};

/** Likely duplicates among what came in the last 60 days (§七.8). */
export const duplicateService = oncePerApplication((strapi: Core.Strapi) => {
  const contexts = transitionContexts(strapi);
  const submissions = duplicateRepository(strapi);
  const workflows = workflowRepository(strapi);

  /** Reads what changed since the last look. */
  const refresh = async (trx: Transaction, from: number): Promise<Snapshot> => {
    const snapshot = snapshotOf(strapi);
    const now = clock.now().getTime();
    const changed = await submissions.changedSince(
      trx,
      new Date(snapshot.read - MARGIN_MS),
      new Date(from)
    );
    // Not the latest change: many may bear one stamp, and would all be read at every look.
    snapshot.read = Math.max(snapshot.read, now);
    const moved: number[] = [];
    for (const { id, title, text, since, updatedAt } of changed) {
      const updated = updatedAt.getTime();
      if (snapshot.known.get(id)?.updated === updated) continue;
      snapshot.known.set(id, {
        since: since.getTime(),
        updated,
        fingerprint: fingerprintOf(title, text),
      });
      moved.push(id);
    }
    for (const [id, { since }] of snapshot.known) {
      if (since >= from) continue;
      snapshot.known.delete(id);
      moved.push(id);
    }
    followChanges(snapshot, moved);
    return snapshot;
  };

  const mostSimilar = (alike: ReadonlyMap<number, Similarity>): Found[] =>
    [...alike]
      .map(([id, similarity]): Found => ({ id, ...similarity }))
      .sort((one, other) => other.similarity - one.similarity)
      .slice(0, MOST_LOOKED_AT);

  /** Nobody is shown what is not theirs, and nobody's draft is a duplicate of anything. */
  const isShown = (
    submission: Pick<WorkflowRecord, 'mergedInto' | 'state'> & {
      units: ReadonlyArray<{ id: number }>;
    },
    own: ReadonlySet<number> | null
  ): boolean => {
    if (submission.mergedInto !== null || submission.state === 'draft') return false;
    return own === null || submission.units.some(({ id }) => own.has(id));
  };

  return {
    /**
     * How many likely duplicates each of some submissions has, no more than are shown of one. For a
     * page of a list: whatever its length, it costs as many statements.
     *
     * @param own units to whose submissions the asker is held, or `null`
     */
    async counts(
      trx: Transaction,
      ids: readonly number[],
      own: readonly number[] | null
    ): Promise<Map<number, number>> {
      const snapshot = await refresh(trx, clock.now().getTime() - DAYS * DAY_MS);
      const old = await submissions.texts(
        trx,
        ids.filter((id) => !snapshot.known.has(id))
      );
      const found = new Map<number, number[]>();
      for (const id of ids) {
        const texts = old.get(id);
        const known = texts
          ? {
              updated: texts.updatedAt.getTime(),
              fingerprint: fingerprintOf(texts.title, texts.text),
            }
          : snapshot.known.get(id);
        const alike = known ? searchFor(snapshot, { id, ...known }) : new Map<number, Similarity>();
        found.set(
          id,
          mostSimilar(alike).map((each) => each.id)
        );
      }
      const states = await submissions.states(trx, [...new Set([...found.values()].flat())]);
      const units = own && new Set(own);
      const isThere = (id: number): boolean => {
        const submission = states.get(id);
        return submission !== undefined && isShown(submission, units);
      };
      return new Map(
        [...found].map(([id, others]) => [id, Math.min(others.filter(isThere).length, MOST_SHOWN)])
      );
    },

    /**
     * The most similar first. A unit's people are shown their own unit's only.
     *
     * @throws NotFoundError when there is no such submission, or it is another unit's
     */
    async of(documentId: string): Promise<Duplicate[]> {
      return inTransaction(strapi, async (trx) => {
        const { submission: own } = await contexts.load(trx, documentId);
        const { title, text } = await currentTexts(strapi, trx, own);
        const snapshot = await refresh(trx, clock.now().getTime() - DAYS * DAY_MS);
        const alike = alikeAmong(own.id, fingerprintOf(title, text), snapshot);
        for (const id of own.merged) alike.delete(id);
        if (own.mergedInto !== null) alike.delete(own.mergedInto);
        const people = await loadPeople(strapi, trx);
        const heldTo = await unitsHeldTo(strapi, trx);
        const units = heldTo && new Set(heldTo);
        const duplicates: Duplicate[] = [];
        const found = mostSimilar(alike);
        const records = await workflows.findAll(
          trx,
          found.map(({ id }) => id)
        );
        for (const { id, similarity, reason } of found) {
          const submission = records.find((each) => each.id === id);
          if (!submission || !isShown(submission, units)) continue;
          if (!(await isVisible(strapi, UID.submission, submission.documentId))) continue;
          duplicates.push({
            documentId: submission.documentId,
            title: submission.title,
            state: submission.state,
            units: submission.units.flatMap((unit) => {
              const record = people.units.get(unit.id);
              return record ? [unitReference(record)] : [];
            }),
            receivedAt: submission.receivedAt?.toISOString() ?? null,
            likeness: similarity,
            reason,
          });
          if (duplicates.length === MOST_SHOWN) break;
        }
        return duplicates;
      });
    },
  };
});
