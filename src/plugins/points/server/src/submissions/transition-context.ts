import type { Core } from '@strapi/strapi';
import {
  openActions,
  unsignedUnits,
  type Action,
  type Actor,
  type Refusal,
  type WorkflowState,
} from '../../../domain/submission-workflow';
import { UID } from '../constants';
import { isVisible } from '../isolation/visible';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { notFound, refuse, sentence, type MessageKey } from '../messages';
import { requesterOf, type Person } from '../records/requester';
import type { MemberRecord } from '../records/units';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { type WorkflowRecord, workflowRepository } from './workflow-repository';
import type { Transaction } from '../../../../../common/database/transaction';

/** A person before a submission. */
export interface TransitionContext {
  submission: WorkflowRecord;
  person: Person | null;
  /** The person's active records as member of the contributing units. */
  members: MemberRecord[];
}

const NOBODY: Actor = { can: () => false, units: [] };

/** What decides which moves are open. */
export const workflowOf = (submission: WorkflowRecord): WorkflowState => ({
  state: submission.state,
  isMerged: submission.mergedInto !== null,
  hasMerged: submission.merged.length > 0,
  isAdopted: submission.isAdopted,
  awaitsSignature: submission.signatureRequestedAt !== null,
  unsigned: unsignedUnits(submission.units, submission.signatures),
});

/** Who asks, as the rules of the workflow know them. */
export const actorOf = ({ person, members }: TransitionContext): Actor =>
  person ? { can: person.can, units: members.flatMap(({ unit }) => unit ?? []) } : NOBODY;

/** The name of a state or an action in the language of the request. */
export const nameOfChoice = (strapi: Core.Strapi, value: string): string =>
  sentence(languageOfRequest(strapi), `choice.${value}` as MessageKey);

/** Why an action is not open, with what is open instead. */
export const refuseTransition = (
  strapi: Core.Strapi,
  action: Action,
  refusal: Refusal,
  context: TransitionContext
): Error => {
  const { submission } = context;
  const { unsigned } = workflowOf(submission);
  const open = openActions(workflowOf(submission), actorOf(context)).map((each) =>
    nameOfChoice(strapi, `action.${each}`)
  );
  return refuse(strapi, 'action', `error.life.${refusal}`, {
    action: nameOfChoice(strapi, `action.${action}`),
    state: nameOfChoice(strapi, submission.state),
    open: open.join('、') || sentence(languageOfRequest(strapi), 'word.nothing'),
    units: submission.units
      .filter(({ id }) => unsigned.includes(id))
      .map(({ name }) => name)
      .join('、'),
  });
};

/** Brings submissions and whoever asks for them together. */
export const transitionContexts = oncePerApplication((strapi: Core.Strapi) => {
  const workflows = workflowRepository(strapi);

  const of = async (trx: Transaction, submission: WorkflowRecord): Promise<TransitionContext> => {
    const { person, members } = await requesterOf(strapi, trx);
    return {
      submission,
      person,
      members: members.filter(({ unit }) => submission.units.some(({ id }) => id === unit)),
    };
  };

  return {
    /** Who asks, before a submission that is loaded already. */
    of,

    /**
     * The submission and who asks for it.
     *
     * @throws NotFoundError also where it is another unit's: that it exists is nobody else's business
     */
    async load(trx: Transaction, documentId: string): Promise<TransitionContext> {
      const unknown = () => notFound(strapi, 'error.submission.unknown', { value: documentId });
      const submission = await workflows.find(trx, documentId);
      if (!submission || !(await isVisible(strapi, UID.submission, documentId))) throw unknown();
      const context = await of(trx, submission);
      if (context.person?.isOfUnit && context.members.length === 0) throw unknown();
      return context;
    },
  };
});
