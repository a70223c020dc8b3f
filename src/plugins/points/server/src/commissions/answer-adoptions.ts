import type { Core } from '@strapi/strapi';
import { channelOfCommission, isCommissionChannel } from '../../../domain/commission';
import type { Day } from '../../../domain/period';
import { ruleSetOn } from '../../../domain/rule-set';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { describeChoices } from '../../../../../common/messages/validation';
import { UID } from '../constants';
import { asApplication } from '../isolation/requester';
import { refuse } from '../messages';
import { type AdoptionDetail, adoptionRepository } from '../records/adoptions';
import { personOf } from '../records/requester';
import { ruleSetRepository } from '../records/rule-sets';
import { submissionRepository } from '../records/submissions';
import { type CommissionRecord, commissionRepository } from './commissions-repository';

/** Why what a submission brought with it ends while it is part of another that has the same. */
const MERGED = 'merge';

/** A submission that answers a commission, and what it was ever given for it. */
interface Piece {
  commission: CommissionRecord;
  /** Withdrawn too, the oldest first. */
  given: AdoptionDetail[];
}

const inForce = (given: readonly AdoptionDetail[]): AdoptionDetail[] =>
  given.filter(({ withdrawnAt }) => withdrawnAt === null);

/**
 * What completing a commission gives (§七.6), on top of what the piece earns elsewhere: once a piece,
 * as an adoption of its own through `commission.<kind>`, recorded the way of every adoption by hand.
 */
export const answerAdoptionService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const commissions = commissionRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const submissions = submissionRepository(strapi);

  const pieceOf = async (trx: Transaction, submission: number): Promise<Piece | null> => {
    const commission = await commissions.ofPiece(trx, submission);
    if (!commission) return null;
    return { commission, given: await adoptions.forCommissions(trx, [submission]) };
  };

  const isRated = async (trx: Transaction, channel: AdoptionDetail['channel'], day: Day) =>
    ruleSetOn(await ruleSets.all(trx), day)?.rules.has(channel) ?? false;

  const record = async (
    trx: Transaction,
    submission: number,
    { kind, title }: CommissionRecord,
    adoptedOn: string
  ): Promise<void> => {
    const documentId = (await submissions.documentIds(trx, [submission])).get(submission);
    const account = personOf(strapi)?.account;
    await asApplication(() =>
      strapi.documents(UID.adoption).create({
        data: {
          submission: { documentId },
          channel: channelOfCommission(kind),
          adoptedOn,
          reference: title,
          ...{ createdBy: account, updatedBy: account },
        } as never,
      })
    );
  };

  /** Through which channel its first adoption, on a day, adopts a piece for a commission too; `null` for none. */
  const channelFollowing = async (
    trx: Transaction,
    piece: Piece | null,
    day: Day
  ): Promise<AdoptionDetail['channel'] | null> => {
    if (!piece || piece.given.length > 0) return null;
    const channel = channelOfCommission(piece.commission.kind);
    return (await isRated(trx, channel, day)) ? channel : null;
  };

  return {
    /**
     * The channel through which a submission would be adopted for a commission, if anything of it were
     * adopted on a day; `null` where it would not.
     *
     * @param submission the id of one that is part of no other
     */
    foreseen: async (trx: Transaction, submission: number, day: Day) =>
      channelFollowing(trx, await pieceOf(trx, submission), day),

    /**
     * Adopts what a submission answers once anything of it is adopted. What was ever adopted or
     * withdrawn for a commission is left alone: that was decided. So is a day whose rule set has no
     * points for commissions.
     *
     * @param submission the id of one that is part of no other
     * @param day on which it was adopted
     */
    async follow(trx: Transaction, submission: number, day: Day): Promise<void> {
      const piece = await pieceOf(trx, submission);
      if (!piece || (await channelFollowing(trx, piece, day)) === null) return;
      if ((await adoptions.inForceOfSubmissions(trx, [submission])).length === 0) return;
      await record(trx, submission, piece.commission, day);
    },

    /**
     * Adopts an answer, as the office decides.
     *
     * @param submission the id of one that is part of no other
     * @throws ValidationError when it is adopted for a commission already, is not with the office, or
     *   the day is none, lies ahead, or has no rule set
     */
    async adopt(
      trx: Transaction,
      submission: number,
      commission: CommissionRecord,
      adoptedOn: string
    ): Promise<void> {
      const [given] = inForce(await adoptions.forCommissions(trx, [submission]));
      if (given) {
        const { adoptedOn: day } = given;
        throw refuse(strapi, 'submission', 'error.commission.adopted', { day });
      }
      await record(trx, submission, commission, adoptedOn);
    },

    /**
     * That an adoption fits the commission that its submission answers.
     *
     * @throws ValidationError when it is for a commission of another kind, or there is one already
     */
    async requireFitting(trx: Transaction, adoption: AdoptionDetail): Promise<void> {
      if (!isCommissionChannel(adoption.channel)) return;
      const piece = await pieceOf(trx, adoption.submission);
      if (!piece) return;
      const { kind, title } = piece.commission;
      const channel = channelOfCommission(kind);
      if (adoption.channel !== channel) {
        const values = { title, channel: describeChoices(strapi, [channel]) };
        throw refuse(strapi, 'channel', 'error.commission.channel', values);
      }
      const [other] = inForce(piece.given).filter(({ id }) => id !== adoption.id);
      if (!other) return;
      throw refuse(strapi, 'channel', 'error.commission.adopted', { day: other.adoptedOn });
    },

    /** Whether what a submission answers is adopted. */
    isAdopted: async (trx: Transaction, submission: number): Promise<boolean> =>
      inForce(await adoptions.forCommissions(trx, [submission])).length > 0,

    /** Of several that came together by a merge, only the first gives points: it is one piece. */
    async keepOne(trx: Transaction, submission: number): Promise<void> {
      const piece = await pieceOf(trx, submission);
      const [, ...others] = inForce(piece?.given ?? []);
      const ids = others.map(({ id }) => id);
      await adoptions.withdraw(trx, ids, MERGED, clock.now());
    },

    /** Gives back after a merge was taken apart what only the merge had ended. */
    async giveBack(trx: Transaction, submission: number): Promise<void> {
      const given = await adoptions.forCommissions(trx, [submission]);
      if (inForce(given).length > 0) return;
      const ended = given.find(({ withdrawnReason }) => withdrawnReason === MERGED);
      if (ended) await adoptions.restore(trx, [ended.id], clock.now());
    },
  };
});
