import type { Core } from '@strapi/strapi';
import { isActiveOn } from '../../../domain/active';
import { chineseDay } from '../../../domain/bulletin-wording';
import { isAnswer, reminderOn, type Reminder } from '../../../domain/commission';
import { daysBetween, type Day } from '../../../domain/period';
import { asSingleInstance } from '../../../../../common/database/single-instance';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { deliveryStates, outbox, type OutgoingMessage } from '../../../../mail/server/src/public';
import { UID } from '../constants';
import { sentence } from '../messages';
import { type Notice, noticeService } from '../notices/notices';
import { unitRepository } from '../records/units';
import { reminderRulesOf } from '../settings';
import { type AskedUnit, askedUnitService } from './asked-units';
import { commissionLineRepository, type NewLine } from './commission-lines-repository';
import { commissionRepository } from './commissions-repository';

/** Official mail of the bureau is in its language. */
const LANGUAGE = 'zh-Hans';

/** Who is reminded for a unit. */
interface Officer {
  documentId: string;
  name: string;
  address: string;
  unit: number | null;
}

/** What a unit owes, and by which reminder it is told. */
interface DueReminder {
  asked: AskedUnit;
  reminder: Reminder;
  daysLeft: number;
}

const subjectOf = ({ daysLeft, reminder }: DueReminder, title: string): string => {
  if (reminder === 'soon') {
    return sentence(LANGUAGE, 'mail.commission.soon', { title, days: daysLeft });
  }
  if (reminder === 'today') return sentence(LANGUAGE, 'mail.commission.today', { title });
  return sentence(LANGUAGE, 'mail.commission.overdue', { title, days: -daysLeft });
};

const textOf = (due: DueReminder, { name }: Officer): string => {
  const { dueOn, commission, kind, title, unit } = due.asked;
  return [
    sentence(LANGUAGE, 'mail.commission.greeting', { name, unit }),
    sentence(LANGUAGE, 'mail.commission.text', {
      ...{ day: chineseDay(dueOn), title, kind: sentence(LANGUAGE, `choice.commission.${kind}`) },
    }),
    ...(commission.text === ''
      ? []
      : [sentence(LANGUAGE, 'mail.commission.asked', { text: commission.text })]),
    sentence(LANGUAGE, 'mail.commission.end'),
  ].join('\n\n');
};

/** How a notice says it: not due yet, due today, or overdue. */
const whenOf = (daysLeft: number): string => {
  if (daysLeft > 0) return 'soon';
  return daysLeft === 0 ? 'today' : 'overdue';
};

/** A reminder of one day is written once to an officer; of another day it is another. */
const letterOf = (due: DueReminder, officer: Officer): OutgoingMessage => {
  const { commission, dueOn, record, title } = due.asked;
  const { documentId } = commission;
  return {
    key: [
      'commission',
      documentId,
      record.documentId,
      dueOn,
      due.reminder,
      officer.documentId,
    ].join(':'),
    recipient: { name: officer.name, address: officer.address },
    subject: subjectOf(due, title),
    text: textOf(due, officer),
    language: LANGUAGE,
    about: { uid: UID.commission, documentId },
  };
};

/** What the unit's people find in the panel. */
const noticeOf = ({ asked, daysLeft, reminder }: DueReminder): Notice => {
  const { commission, dueOn, record, title } = asked;
  const { documentId } = commission;
  return {
    kind: 'commission-due',
    key: ['commission', documentId, record.documentId, dueOn, reminder].join(':'),
    to: { unit: record.id },
    about: { uid: UID.commission, documentId },
    details: { title, days: Math.abs(daysLeft), when: whenOf(daysLeft), day: dueOn },
  };
};

/**
 * Reminds the officers of units that owe what a commission asks: some days before its day, on it, and
 * after it. The panel shows the same by itself; here the mails are written.
 */
export const commissionReminderService = oncePerApplication((strapi: Core.Strapi) => {
  const askedUnits = askedUnitService(strapi);
  const calendar = calendarService(strapi);
  const commissions = commissionRepository(strapi);
  const deliveries = deliveryStates(strapi);
  const lines = commissionLineRepository(strapi);
  const messages = outbox(strapi);
  const notices = noticeService(strapi);
  const units = unitRepository(strapi);

  const dueReminders = async (trx: Transaction, today: Day): Promise<DueReminder[]> => {
    const rules = reminderRulesOf(strapi);
    const asked = await askedUnits.of(trx, await commissions.openFor(trx));
    return asked
      .filter(({ answers, notNeeded }) => !notNeeded && !answers.some(isAnswer))
      .flatMap((each) => {
        const daysLeft = daysBetween(today, each.dueOn);
        const reminder = reminderOn(daysLeft, rules);
        return reminder ? { asked: each, reminder, daysLeft } : [];
      });
  };

  const officersOn = async (trx: Transaction, today: Day): Promise<Officer[]> => {
    const addresses = await units.accounts(trx);
    return (await units.members(trx))
      .filter((member) => member.position === 'officer' && isActiveOn(member, today))
      .flatMap(({ documentId, id, name, unit }) => {
        const address = addresses.get(id);
        return address ? { documentId, name, unit, address } : [];
      });
  };

  const lineOf = ({ asked }: DueReminder): NewLine => ({
    ...{ commission: asked.commission.documentId, action: 'remind', dueBefore: null },
    dueOn: null,
    units: [{ documentId: asked.record.documentId, name: asked.record.name }],
    reason: null,
    person: null,
  });

  const write = async (trx: Transaction, today: Day): Promise<number> => {
    const officers = await officersOn(trx, today);
    let written = 0;
    for (const due of await dueReminders(trx, today)) {
      await notices.tell(trx, [noticeOf(due)]);
      if (!deliveries.isOn()) continue;
      const own = officers.filter(({ unit }) => unit === due.asked.record.id);
      const count = await messages.enqueue(
        trx,
        own.map((officer) => letterOf(due, officer))
      );
      if (count > 0) await lines.append(trx, [lineOf(due)], clock.now());
      written += count;
    }
    return written;
  };

  return {
    /**
     * Writes what reminders are due today and were not written yet: as notices in the panel and, where
     * mail is sent, as mails.
     *
     * @returns how many mails were written
     */
    async run(): Promise<number> {
      let written = 0;
      const today = calendar.dayOf(clock.now());
      await asSingleInstance(strapi, 'commissionReminders', async () => {
        written = await inTransaction(strapi, (trx) => write(trx, today));
      });
      return written;
    },
  };
});
