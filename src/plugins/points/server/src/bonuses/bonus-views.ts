import type { Core } from '@strapi/strapi';
import { monthOf } from '../../../domain/period';
import { describePoints, sumOf } from '../../../domain/points';
import type { BonusResponse, BonusView } from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import type { Transaction } from '../../../../../common/database/transaction';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';
import { type BonusPostingRecord, postingRepository } from '../ledger/postings';
import { notFound, sentence } from '../messages';
import { type BonusRecord, bonusRepository } from '../records/bonuses';
import { type FileRecord, fileRepository } from '../records/files';
import { loadPeople, officerReference, type People, unitReference } from '../records/people';

/** What a bonus is shown with, beside itself. */
interface Beside {
  people: People;
  evidence: readonly FileRecord[];
  /** Its postings, oldest first. */
  recorded: readonly BonusPostingRecord[];
}

const toView = (bonus: BonusRecord, { people, evidence, recorded }: Beside): BonusView => {
  const unit = people.units.get(bonus.unit);
  const officer = bonus.officer === null ? undefined : people.members.get(bonus.officer);
  const award = recorded.filter(({ kind }) => kind === 'award').at(-1);
  return {
    ...describePoints(sumOf([{ amount: bonus.amount, divisor: 1 }])),
    documentId: bonus.documentId,
    unit: unit
      ? unitReference(unit)
      : { documentId: '', code: '', name: award?.unitName ?? '', kind: 'institution' },
    officer: officer ? officerReference(officer) : null,
    reason: bonus.reason,
    decidedBy: bonus.decidedBy,
    day: bonus.day,
    belongsTo: monthOf(bonus.day),
    month: award?.month ?? monthOf(bonus.day),
    evidence: evidence.map(({ id, name, url }) => ({ id, name, url })),
    recordedBy: bonus.recordedBy,
    recordedAt: bonus.recordedAt?.toISOString() ?? null,
    withdrawnAt: bonus.withdrawnAt?.toISOString() ?? null,
    withdrawnReason: bonus.withdrawnReason,
    withdrawnBy: bonus.withdrawnBy,
  };
};

/** Bonuses as people read them. */
export const bonusViews = oncePerApplication((strapi: Core.Strapi) => {
  const bonuses = bonusRepository(strapi);
  const files = fileRepository(strapi);
  const postings = postingRepository(strapi);

  const describe = async (
    trx: Transaction,
    records: readonly BonusRecord[]
  ): Promise<BonusView[]> => {
    const ids = records.map(({ id }) => id);
    const people = await loadPeople(strapi, trx);
    const recorded = groupBy(await postings.ofBonuses(trx, ids), ({ bonus }) => bonus);
    const evidence = await files.attachedToEach(trx, UID.bonus, ids);
    return records.map((bonus) =>
      toView(bonus, {
        people,
        evidence: evidence.get(bonus.id) ?? [],
        recorded: recorded.get(bonus.id) ?? [],
      })
    );
  };

  /** Where its last posting counts in another month than its own: that, in words. */
  const noticeOf = async (trx: Transaction, { id }: BonusRecord): Promise<string | null> => {
    const last = (await postings.ofBonuses(trx, [id])).at(-1);
    if (!last || last.month === last.belongsTo) return null;
    const key = last.kind === 'award' ? 'notice.bonus.late' : 'notice.bonus.withdrawnLate';
    const { belongsTo, month } = last;
    return sentence(languageOfRequest(strapi), key, { belongsTo, month });
  };

  const find = async (trx: Transaction, documentId: string): Promise<BonusRecord> => {
    const bonus = await bonuses.find(trx, documentId);
    if (bonus) return bonus;
    throw notFound(strapi, 'error.bonus.unknown', { value: documentId });
  };

  return {
    /** @throws NotFoundError when there is none */
    find,

    describe,

    /** One bonus as it stands now, and whether it counts in another month than its own. */
    async respond(trx: Transaction, documentId: string): Promise<BonusResponse> {
      const bonus = await find(trx, documentId);
      const [data] = await describe(trx, [bonus]);
      if (!data) throw new RangeError(`The bonus ${documentId} was read and not described.`);
      return { data, meta: { notice: await noticeOf(trx, bonus) } };
    },
  };
});
