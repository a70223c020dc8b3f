import type { Core } from '@strapi/strapi';
import {
  isOpenToUnit,
  checkTransition,
  TRANSITIONS,
  openActions,
  stateOnAdoption,
  unsignedUnits,
  type Action,
  type Actor,
  type WorkflowState,
  type Reason,
  type Refusal,
  type State,
} from '../../../domain/submission-workflow';
import { describeSigners } from '../../../domain/signers';
import { changeByIntake } from '../../../domain/totals';
import type { ContributorChange } from '../../../shared/contracts';
import { UID } from '../constants';
import { isVisible } from '../isolation/visible';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import type { NewAcceptance } from '../ledger/acceptances';
import type { Named } from './contributors-repository';
import { type NewHistoryLine, historyRepository } from '../records/history';
import {
  type LifeChange,
  type WorkflowRecord,
  type Signature,
  workflowRepository,
} from './workflow-repository';
import { withLedgerLock } from '../ledger-lock';
import { type SubmissionRecord, submissionRepository } from '../records/submissions';
import { type OfficerRecord, unitRepository } from '../records/units';
import { clock } from '../../../../../common/time/clock';
import { receivedTotals } from '../ledger/received-totals';
import { officersOf, personOf, type Person } from '../records/requester';
import { precheckService } from './precheck';
import { currentTexts } from './current-texts';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { appendRepository } from '../ledger/append';
import { totalRepository } from '../ledger/totals';
import type { Transaction } from '../../../../../common/database/transaction';
import { notFound, refuse, sentence, type MessageKey } from '../messages';

/** An action that moves one submission. Merging concerns several. */
export type TransitionAction = Exclude<Action, 'merge' | 'unmerge'>;

/** The words that go with a move. */
export interface MoveWords {
  reason?: Reason;
  comment?: string;
}

/** A person before a submission. */
interface TransitionContext {
  piece: WorkflowRecord;
  person: Person | null;
  /** The person's active records as officer of the contributing units. */
  officers: OfficerRecord[];
}

/** Actions by which words leave the unit, or are answered for. */
const SENDING: ReadonlySet<Action> = new Set<Action>(['submit', 'request-signature', 'sign']);

const NOBODY: Actor = { can: () => false, units: [] };

/** What decides which moves are open. */
export const workflowOf = (piece: WorkflowRecord): WorkflowState => ({
  state: piece.state,
  isMerged: piece.mergedInto !== null,
  hasMerged: piece.merged.length > 0,
  isAdopted: piece.isAdopted,
  awaitsSignature: piece.signatureRequestedAt !== null,
  unsigned: unsignedUnits(piece.units, piece.signatures),
});

const unitOf = (officer: OfficerRecord | undefined): number[] =>
  officer?.unit === null || officer?.unit === undefined ? [] : [officer.unit];

const actorOf = ({ person, officers }: TransitionContext): Actor =>
  person ? { can: person.can, units: officers.flatMap(unitOf) } : NOBODY;

/** The life of submissions: who may do what, done, and written into the history. */
export const workflowService = oncePerApplication((strapi: Core.Strapi) => {
  const history = historyRepository(strapi);
  const workflows = workflowRepository(strapi);
  const submissions = submissionRepository(strapi);
  const totals = totalRepository(strapi);
  const units = unitRepository(strapi);

  const nameOfChoice = (value: string): string =>
    sentence(languageOfRequest(strapi), `choice.${value}` as MessageKey);

  const unknown = (documentId: string) =>
    notFound(strapi, 'error.submission.unknown', { value: documentId });

  const contextOf = async (trx: Transaction, piece: WorkflowRecord): Promise<TransitionContext> => {
    const person = personOf(strapi);
    const officers = (await officersOf(strapi, trx, person)).filter(({ unit }) =>
      piece.units.some(({ id }) => id === unit)
    );
    return { piece, person, officers };
  };

  /**
   * The submission and who asks for it.
   *
   * @throws NotFoundError also where it is another unit's: that it exists is nobody else's business
   */
  const loadContext = async (trx: Transaction, documentId: string): Promise<TransitionContext> => {
    const piece = await workflows.find(trx, documentId);
    if (!piece || !(await isVisible(strapi, UID.submission, documentId))) throw unknown(documentId);
    const found = await contextOf(trx, piece);
    if (found.person?.isOfUnit && found.officers.length === 0) throw unknown(documentId);
    return found;
  };

  const refuseTransition = (action: Action, refusal: Refusal, found: TransitionContext) => {
    const open = openActions(workflowOf(found.piece), actorOf(found)).map((each) =>
      nameOfChoice(`action.${each}`)
    );
    const values = {
      action: nameOfChoice(`action.${action}`),
      state: nameOfChoice(found.piece.state),
      open: open.join('、') || sentence(languageOfRequest(strapi), 'word.nothing'),
      units: found.piece.units
        .filter(({ id }) => workflowOf(found.piece).unsigned.includes(id))
        .map(({ name }) => name)
        .join('、'),
    };
    return refuse(strapi, 'action', `error.life.${refusal}`, values);
  };

  /** A line of history by whoever asks, or by the system. */
  const lineOf = async (
    trx: Transaction,
    { piece, person, officers }: TransitionContext,
    line: Pick<NewHistoryLine, 'action' | 'from' | 'to'> & Partial<NewHistoryLine>
  ): Promise<NewHistoryLine> => {
    const [officer] = officers;
    const unit =
      officer?.unit === null || officer?.unit === undefined
        ? undefined
        : (await units.units(trx)).find(({ id }) => id === officer.unit);
    return {
      submission: piece.documentId,
      account: person?.account ?? null,
      person: officer?.name ?? person?.name ?? '',
      unit: unit?.name ?? null,
      ...line,
    };
  };

  const append = async (
    trx: Transaction,
    found: TransitionContext,
    line: Parameters<typeof lineOf>[2]
  ): Promise<void> => {
    await history.append(trx, await lineOf(trx, found, line), clock.now());
  };

  /** Moves, counts what is received, and writes the line. */
  const move = async (
    trx: Transaction,
    found: TransitionContext,
    change: Partial<LifeChange> & { state: State },
    line: { action: string } & Partial<NewHistoryLine>
  ): Promise<void> => {
    const { piece } = found;
    const factsOf = async () => (await submissions.facts(trx, [piece.id])).get(piece.id);
    const before = await factsOf();
    if (!(await workflows.move(trx, piece, change, clock.now()))) {
      throw refuse(strapi, 'action', 'error.life.overtaken');
    }
    const after = await factsOf();
    await totals.add(
      trx,
      changeByIntake(receivedTotals(strapi, before), receivedTotals(strapi, after))
    );
    await append(trx, found, { from: piece.state, to: change.state, ...line });
  };

  const signaturesAfter = (found: TransitionContext): Signature[] => {
    const { piece, person, officers } = found;
    const { unsigned } = workflowOf(piece);
    const added = officers.flatMap((officer) =>
      unitOf(officer)
        .filter((unit) => unsigned.includes(unit))
        .map((unit) => ({
          unit,
          by: officer.name || (person?.name ?? ''),
          at: clock.now().toISOString(),
        }))
    );
    return [...piece.signatures, ...added];
  };

  /** What a move changes beside the state that it leads to. */
  const changeOf = async (
    trx: Transaction,
    action: TransitionAction,
    found: TransitionContext,
    to: State
  ): Promise<Partial<LifeChange> & { state: State }> => {
    const { piece } = found;
    const change: Partial<LifeChange> & { state: State } = { state: to };
    if (action === 'request-signature') change.signatureRequestedAt = clock.now();
    if (action === 'sign') {
      change.signatures = signaturesAfter(found);
      change.signer = describeSigners(change.signatures.map(({ by }) => by));
    }
    if (action === 'withdraw') {
      change.signatureRequestedAt = null;
      change.signatures = [];
      if (to === 'draft') change.receivedAt = null;
    }
    if (action === 'return') change.signatures = [];
    if (to === 'submitted' && action !== 'reopen') {
      change.receivedAt = piece.receivedAt ?? clock.now();
      change.signatureRequestedAt = null;
      change.text = (await currentTexts(strapi, trx, piece)).text;
    }
    return change;
  };

  const requireReason = (action: Action, { reason, comment }: MoveWords): void => {
    if (!TRANSITIONS[action].needsReason) return;
    if (!reason) throw refuse(strapi, 'reason', 'error.life.reason');
    if (reason === 'other' && !comment) throw refuse(strapi, 'comment', 'error.life.comment');
  };

  /**
   * Adopting accepts: what accepts an adopted submission in the transaction of its adoption; `null`
   * where it is accepted already.
   *
   * @throws ValidationError when the submission is not with the office
   */
  const acceptanceOf = ({
    id,
    title,
    state,
  }: Pick<SubmissionRecord, 'id' | 'title' | 'state'>): NewAcceptance | null => {
    const to = stateOnAdoption(state);
    if (to === state) return null;
    if (to === null) {
      throw refuse(strapi, 'submission', 'error.life.notAdoptable', {
        title,
        state: nameOfChoice(state),
      });
    }
    const person = personOf(strapi);
    return { submission: id, account: person?.account ?? null, person: person?.name ?? '' };
  };

  /** Words are looked at before they leave the unit, and before the leader answers for them. */
  const requireReady = async (
    trx: Transaction,
    action: Action,
    piece: WorkflowRecord
  ): Promise<void> => {
    const { errors } = await precheckService(strapi).of(trx, piece);
    const [first, ...others] = errors.filter(
      ({ code }) => action === 'submit' || code !== 'no-signer'
    );
    if (!first) return;
    throw refuse(strapi, first.field, 'error.life.precheck', {
      problems: [first, ...others].map(({ message }) => message).join(''),
    });
  };

  return {
    loadContext,
    actorOf,
    refuseTransition,
    nameOfChoice,

    /** A line about merging, with the others that it concerns. */
    async note(
      trx: Transaction,
      piece: WorkflowRecord,
      action: string,
      others: readonly WorkflowRecord[]
    ): Promise<void> {
      await append(trx, await contextOf(trx, piece), {
        action,
        from: piece.state,
        to: piece.state,
        other: others.map(({ documentId, title }) => ({ documentId, title })),
      });
    },

    /** A line about who was added or taken out, with the unit that each is of. */
    async noteContributors(
      trx: Transaction,
      piece: WorkflowRecord,
      action: ContributorChange,
      named: readonly Named[]
    ): Promise<void> {
      await append(trx, await contextOf(trx, piece), {
        action,
        from: piece.state,
        to: piece.state,
        other: named.map(({ name, unit }) => ({ documentId: unit.documentId, title: name })),
      });
    },

    /** Lets wait again what only a merge had accepted, unless something else rests on it by now. */
    async unaccept(trx: Transaction, id: number): Promise<void> {
      const piece = await workflows.findById(trx, id);
      if (piece?.state !== 'accepted' || piece.isAdopted) return;
      await move(trx, await contextOf(trx, piece), { state: 'submitted' }, { action: 'reopen' });
    },

    /**
     * Does what a person asks for with a submission.
     *
     * @throws NotFoundError for another unit's; ValidationError where the action is not open, for
     *   whatever reason, or lacks its words. Nothing is written then
     */
    async act(documentId: string, action: TransitionAction, words: MoveWords): Promise<void> {
      await withLedgerLock(strapi, async (trx) => {
        const found = await loadContext(trx, documentId);
        const verdict = checkTransition(action, workflowOf(found.piece), actorOf(found));
        if ('refusal' in verdict) throw refuseTransition(action, verdict.refusal, found);
        requireReason(action, words);
        if (SENDING.has(action)) await requireReady(trx, action, found.piece);
        const change = await changeOf(trx, action, found, verdict.to);
        const sent =
          change.text === undefined ? null : { title: found.piece.title, text: change.text };
        await move(trx, found, change, {
          action,
          reason: words.reason ?? null,
          comment: words.comment ?? null,
          after: sent,
        });
      });
    },

    acceptanceOf,

    /** Accepts an adopted submission at once, where nothing else is written with it. */
    async adopt(trx: Transaction, submission: Parameters<typeof acceptanceOf>[0]): Promise<void> {
      const acceptance = acceptanceOf(submission);
      if (!acceptance) return;
      const alone = { acceptances: [acceptance], adoptions: [], postings: [], totals: [] };
      await appendRepository(strapi)(trx, alone, clock.now());
    },

    /** The first line of a submission's history. */
    async begin(trx: Transaction, documentId: string): Promise<void> {
      const piece = await workflows.find(trx, documentId);
      if (!piece) return;
      await append(trx, await contextOf(trx, piece), {
        action: 'create',
        from: null,
        to: piece.state,
      });
    },

    /**
     * Lets a unit's people write only while the submission is theirs.
     *
     * @throws ValidationError when it is with the office, or accepted, or declined
     */
    requireOpen(piece: WorkflowRecord): void {
      if (piece.mergedInto !== null) throw refuse(strapi, 'submission', 'error.life.merged');
      if (!personOf(strapi)?.isOfUnit || isOpenToUnit(workflowOf(piece))) return;
      throw refuse(strapi, 'submission', 'error.life.locked', {
        title: piece.title,
        state: nameOfChoice(piece.signatureRequestedAt === null ? piece.state : 'awaits-signature'),
      });
    },

    /** A line where what was sent, or the proof of an adoption, has other files now. */
    async filesChanged(
      trx: Transaction,
      id: number,
      before: readonly string[],
      after: readonly string[]
    ): Promise<void> {
      const piece = await workflows.findById(trx, id);
      if (!piece || isOpenToUnit(workflowOf(piece)) || before.join('|') === after.join('|')) return;
      const nameAll = (names: readonly string[]): string =>
        names.join('、') || sentence(languageOfRequest(strapi), 'word.nothing');
      await append(trx, await contextOf(trx, piece), {
        action: 'edit',
        from: piece.state,
        to: piece.state,
        comment: sentence(languageOfRequest(strapi), 'word.file.changed', {
          before: nameAll(before),
          after: nameAll(after),
        }),
      });
    },

    /** After a write: an office's correction is kept with both versions, and what was signed is signed no more. */
    async edited(trx: Transaction, before: WorkflowRecord): Promise<void> {
      const after = await workflows.findById(trx, before.id);
      if (!after) return;
      const found = await contextOf(trx, after);
      const isWithUnit = isOpenToUnit(workflowOf(before));
      if (isWithUnit && before.signatures.length > 0) {
        await workflows.move(trx, after, { signatures: [] }, clock.now());
      }
      if (isWithUnit || (before.title === after.title && before.text === after.text)) return;
      await append(trx, found, {
        action: 'edit',
        from: before.state,
        to: after.state,
        before: { title: before.title, text: before.text },
        after: { title: after.title, text: after.text },
      });
    },
  };
});
