import type { Core } from '@strapi/strapi';
import { isActiveOn } from '../../../domain/active';
import { CONTRIBUTOR_CHANGES, type ContributorChange } from '../../../shared/contracts';
import { type Contribution, type Named, contributorRepository } from './contributors-repository';
import type { WorkflowRecord } from './workflow-repository';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { workflowHistory } from './workflow-history';
import { unitsHeldTo } from '../records/requester';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { unitRepository } from '../records/units';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

const NOBODY: Contribution = { units: [], officers: [], attachments: [] };

/** Those of one list that the other has not. */
const without = <T extends { id: number }>(list: readonly T[], other: readonly T[]): T[] =>
  list.filter(({ id }) => !other.some((each) => each.id === id));

const namesOf = (named: ReadonlyArray<{ name: string }>): string =>
  named.map(({ name }) => name).join('、');

/** The units where those that stayed stand in another order, by which some rules divide; else none. */
const reordered = (before: Contribution, after: Contribution): Named[] => {
  const stayed = after.units.filter(({ id }) => before.units.some((unit) => unit.id === id));
  const stood = before.units.filter(({ id }) => stayed.some((unit) => unit.id === id));
  return stayed.every(({ id }, place) => stood[place]?.id === id) ? [] : after.units;
};

/** Which of them came, went or stand otherwise, by what the history calls it. */
const changesBetween = (
  before: Contribution,
  after: Contribution
): Record<ContributorChange, Named[]> => ({
  'add-unit': without(after.units, before.units),
  'remove-unit': without(before.units, after.units),
  'order-units': reordered(before, after),
  'add-officer': without(after.officers, before.officers),
  'remove-officer': without(before.officers, after.officers),
});

/**
 * Who contributes to a joint piece: a unit takes out only itself and its own, the unit that drafted
 * it stays, and every change is a line of the history.
 */
export const contributorService = oncePerApplication((strapi: Core.Strapi) => {
  const contributors = contributorRepository(strapi);
  const units = unitRepository(strapi);
  const history = workflowHistory(strapi);

  /** The contributing units of the account that drafted it; none where the office did. */
  const authorsOf = async (
    trx: Transaction,
    id: number,
    { units: contributing }: Contribution
  ): Promise<Named[]> => {
    const account = await contributors.authorOf(trx, id);
    const own = account === null ? [] : await contributors.unitsOfAccount(trx, account);
    return contributing.filter((unit) => own.includes(unit.id));
  };

  const isForeign =
    (own: readonly number[]) =>
    ({ unit }: Named): boolean =>
      !own.includes(unit.id);

  const requireOwnRemoved = async (
    trx: Transaction,
    id: number,
    before: Contribution,
    after: Contribution,
    own: readonly number[]
  ): Promise<void> => {
    const gone = changesBetween(before, after);
    for (const [field, removed] of [
      ['units', gone['remove-unit']],
      ['officers', gone['remove-officer']],
    ] as const) {
      const foreign = removed.filter(isForeign(own));
      if (foreign.length === 0) continue;
      throw refuse(strapi, field, 'error.contributors.foreign', { names: namesOf(foreign) });
    }
    const authors = await authorsOf(trx, id, before);
    const author = authors.find((unit) => gone['remove-unit'].some((each) => each.id === unit.id));
    if (author) {
      throw refuse(strapi, 'units', 'error.contributors.author', { names: author.name });
    }
  };

  /** What a unit brought is its own to take away. */
  const requireOwnFiles = async (
    trx: Transaction,
    before: Contribution,
    after: Contribution,
    own: readonly number[]
  ): Promise<void> => {
    const others = before.units.filter(isForeign(own)).map(({ id }) => id);
    if (others.length === 0) return;
    for (const { account, name } of without(before.attachments, after.attachments)) {
      const uploaders = account === null ? [] : await contributors.unitsOfAccount(trx, account);
      if (uploaders.some((unit) => own.includes(unit))) continue;
      if (!uploaders.some((unit) => others.includes(unit))) continue;
      throw refuse(strapi, 'attachments', 'error.contributors.files', { names: name });
    }
  };

  /** A unit contributes while it is in use. */
  const requireInUse = async (
    trx: Transaction,
    added: readonly Named[],
    moment: Date
  ): Promise<void> => {
    if (added.length === 0) return;
    const day = calendarService(strapi).dayOf(moment);
    const closed = (await units.units(trx)).filter(
      (unit) => added.some(({ id }) => id === unit.id) && !isActiveOn(unit, day)
    );
    if (closed.length === 0) return;
    throw refuse(strapi, 'units', 'error.unit.closed', { names: namesOf(closed), day });
  };

  return {
    /** Who and what the submission names now; nobody where there is none. */
    of: async (trx: Transaction, id: number | undefined): Promise<Contribution> =>
      id === undefined ? NOBODY : contributors.of(trx, id),

    /**
     * Checks who was added and taken out of a submission, and writes it into its history.
     *
     * @param before as it was; nobody for a new one
     * @throws ValidationError where a unit takes out another or what that brought, where the unit
     *   that drafted it leaves, and where a unit is not in use
     */
    async follow(
      trx: Transaction,
      submission: WorkflowRecord,
      before: Contribution
    ): Promise<void> {
      const after = await contributors.of(trx, submission.id);
      const own = await unitsHeldTo(strapi, trx);
      if (own !== null) {
        await requireOwnRemoved(trx, submission.id, before, after, own);
        await requireOwnFiles(trx, before, after, own);
      }
      const changes = changesBetween(before, after);
      await requireInUse(trx, changes['add-unit'], submission.receivedAt ?? clock.now());
      const isNew = before.units.length === 0;
      // That who begins a piece contributes to it goes without saying.
      const tells = (named: Named): boolean => !isNew || (own !== null && isForeign(own)(named));
      for (const action of CONTRIBUTOR_CHANGES) {
        const named = changes[action].filter(tells);
        if (named.length > 0) await history.noteContributors(trx, submission, action, named);
      }
    },

    /**
     * A joint piece is not deleted by a unit that was only named in it.
     *
     * @throws ValidationError then
     */
    async requireDeletable(trx: Transaction, { id, title }: WorkflowRecord): Promise<void> {
      const own = await unitsHeldTo(strapi, trx);
      if (own === null) return;
      const now = await contributors.of(trx, id);
      const others = now.units.filter(isForeign(own));
      if (others.length === 0) return;
      const authors = await authorsOf(trx, id, now);
      if (authors.some((unit) => own.includes(unit.id))) return;
      throw refuse(strapi, 'submission', 'error.contributors.delete', {
        title,
        names: namesOf(others),
      });
    },
  };
});
