import type { Core } from '@strapi/strapi';
import { commissionsDue } from '../../../domain/commission';
import type { DeskCommission } from '../../../shared/contracts';
import { commissionRepository } from '../commissions/commissions-repository';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** What the office asked of units and has not got. */
export const commissionsDueService = oncePerApplication((strapi: Core.Strapi) => {
  const commissions = commissionRepository(strapi);
  const calendar = calendarService(strapi);

  return {
    /** The open commissions that ask one of the units, the most urgent first (`domain/commission.ts`). */
    async of(trx: Transaction, own: readonly number[]): Promise<DeskCommission[]> {
      const open = await commissions.openFor(trx, own);
      const answers = await commissions.answers(
        trx,
        open.map(({ id }) => id)
      );
      const asked = open.map((commission) => ({
        ...commission,
        answers: answers.filter(
          (answer) =>
            answer.commission === commission.id && answer.units.some((unit) => own.includes(unit))
        ),
      }));
      const today = calendar.dayOf(clock.now());
      return commissionsDue(asked, today).map(({ commission, daysLeft, begun }) => ({
        documentId: commission.documentId,
        title: commission.title,
        text: commission.text,
        kind: commission.kind,
        dueOn: commission.dueOn,
        daysLeft,
        begun: begun && { documentId: begun.documentId, title: begun.title, state: begun.state },
      }));
    },
  };
});
