import type { Core } from '@strapi/strapi';
import { commissionsDue, reminderOn } from '../../../domain/commission';
import type { DeskCommission } from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import { type AskedUnit, askedUnitService, type UnitAnswer } from '../commissions/asked-units';
import { type CommissionRecord, commissionRepository } from '../commissions/commissions-repository';
import { UID } from '../constants';
import { fileRepository } from '../records/files';
import { reminderRulesOf } from '../settings';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A commission as the units of one person are asked for it. */
interface AskedOfOwn {
  commission: CommissionRecord;
  dueOn: string;
  closed: boolean;
  answers: UnitAnswer[];
}

/** One commission at all of the person's units: until the first of their days, answered by any of them. */
const joined = (asked: readonly AskedUnit[]): AskedOfOwn[] => {
  const needed = asked.filter(({ notNeeded }) => !notNeeded);
  const [first] = [...needed].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  if (!first) return [];
  const { closed, commission, dueOn } = first;
  const answers = new Map(asked.flatMap((each) => each.answers.map((one) => [one.id, one])));
  return [{ closed, commission, dueOn, answers: [...answers.values()] }];
};

/** What the office asked of units and has not got. */
export const commissionsDueService = oncePerApplication((strapi: Core.Strapi) => {
  const askedUnits = askedUnitService(strapi);
  const commissions = commissionRepository(strapi);
  const calendar = calendarService(strapi);
  const files = fileRepository(strapi);

  return {
    /** The open commissions that ask one of the units, the most urgent first (`domain/commission.ts`). */
    async of(trx: Transaction, own: readonly number[]): Promise<DeskCommission[]> {
      const open = await commissions.openFor(trx, own);
      const asked = await askedUnits.of(trx, open, own);
      const byCommission = groupBy(asked, ({ commission }) => commission.id);
      const today = calendar.dayOf(clock.now());
      const due = commissionsDue([...byCommission.values()].flatMap(joined), today);
      const attached = await files.attachedToEach(
        trx,
        UID.commission,
        due.map(({ commission }) => commission.commission.id)
      );
      const rules = reminderRulesOf(strapi);
      return due.map(({ commission: { commission, dueOn }, daysLeft, begun }) => ({
        documentId: commission.documentId,
        title: commission.title,
        text: commission.text,
        kind: commission.kind,
        dueOn,
        daysLeft,
        isUrgent: daysLeft < 0 || reminderOn(daysLeft, rules) !== null,
        attachments: (attached.get(commission.id) ?? []).map(({ id, name, url }) => ({
          ...{ id, name, url },
        })),
        begun: begun && { documentId: begun.documentId, title: begun.title, state: begun.state },
      }));
    },
  };
});
