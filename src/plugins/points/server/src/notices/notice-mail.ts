import type { Core } from '@strapi/strapi';
import { mailingOf, type NoticeMailing } from '../../../domain/notice';
import { noticeAddress } from '../../../shared/notice-address';
import { asSingleInstance } from '../../../../../common/database/single-instance';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { deliveryStates, outbox, type OutgoingMessage } from '../../../../mail/server/src/public';
import { sentence } from '../messages';
import { noticeDaysOf, noticeHourOf, panelUrlOf } from '../settings';
import { type Mailed, noticeChoiceRepository } from './choices-repository';
import { noticeText } from './notice-text';
import { type MailState, type NoticeRecord, noticeRepository } from './notices-repository';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Notices, and daily mails, of one run; what then still waits is for the next one. */
const MOST_AT_ONCE = 500;
const MOST_DAILY = 50;

/** More a daily mail does not list: it says how many more there are. */
const MOST_IN_MAIL = 50;

/** What notices are mailed, by what each person has chosen: at once, or once a day together. */
export const noticeMailService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const choices = noticeChoiceRepository(strapi);
  const deliveries = deliveryStates(strapi);
  const messages = outbox(strapi);
  const notices = noticeRepository(strapi);

  const linkOf = (notice: NoticeRecord): string => {
    const panel = panelUrlOf(strapi);
    return panel === '' ? '' : `\n${panel}/${noticeAddress(notice)}`;
  };

  const lineOf = ({ language }: Mailed, notice: NoticeRecord): string =>
    noticeText(strapi, language, notice) + linkOf(notice);

  const letter = (
    { address, language, name }: Mailed,
    key: string,
    subject: string,
    lines: readonly string[]
  ): OutgoingMessage => ({
    ...{ key, language, subject, recipient: { name, address } },
    text: [
      sentence(language, 'mail.notice.greeting', { name }),
      ...lines,
      sentence(language, 'mail.notice.end'),
    ].join('\n\n'),
  });

  const single = (to: Mailed, notice: NoticeRecord): OutgoingMessage => ({
    ...letter(to, `notice:${notice.documentId}`, noticeText(strapi, to.language, notice), [
      lineOf(to, notice),
    ]),
    about: notice.about,
  });

  /** Named by the first that it tells: what is written into one mail is in no other. */
  const together = (to: Mailed, own: readonly NoticeRecord[]): OutgoingMessage => {
    const { language } = to;
    const more = own.length - MOST_IN_MAIL;
    return letter(
      to,
      `notices:${own[0]?.documentId ?? ''}`,
      sentence(language, 'mail.notice.daily', { count: own.length }),
      [
        ...own.slice(0, MOST_IN_MAIL).map((notice) => `· ${lineOf(to, notice)}`),
        ...(more > 0 ? [sentence(language, 'mail.notice.more', { count: more })] : []),
      ]
    );
  };

  /** The last moment at which daily mails were due: today's hour, once it has come, else yesterday's. */
  const lastDaily = (now: Date): Date => {
    const hours = noticeHourOf(strapi) * HOUR_MS;
    const today = calendar.startOf(calendar.dayOf(now));
    if (today.getTime() + hours <= now.getTime()) return new Date(today.getTime() + hours);
    const yesterday = calendar.startOf(calendar.dayOf(new Date(today.getTime() - 1)));
    return new Date(yesterday.getTime() + hours);
  };

  /** What becomes of a notice: what was read meanwhile is not mailed, nor is what nobody wants. */
  const mailingFor = (to: Mailed | undefined, notice: NoticeRecord): NoticeMailing =>
    to === undefined || notice.readAt !== null ? 'never' : mailingOf(to.choice, notice.kind);

  const setMailing = (
    trx: Transaction,
    some: readonly NoticeRecord[],
    mailing: MailState
  ): Promise<void> =>
    notices.setMailing(
      trx,
      some.map(({ id }) => id),
      mailing
    );

  /** Looks at what is new: mails what is wanted at once, and keeps the rest for the day's mail. */
  const sort = async (trx: Transaction): Promise<number> => {
    const found = await notices.waiting(trx, MOST_AT_ONCE);
    const people = await choices.of(trx, [...new Set(found.map(({ account }) => account))]);
    const as = (mailing: NoticeMailing): NoticeRecord[] =>
      found.filter((notice) => mailingFor(people.get(notice.account), notice) === mailing);
    const letters = as('at-once').flatMap((notice) => {
      const to = people.get(notice.account);
      return to ? single(to, notice) : [];
    });
    await setMailing(trx, as('at-once'), 'written');
    await setMailing(trx, as('daily'), 'daily');
    await setMailing(trx, as('never'), 'none');
    return messages.enqueue(trx, letters);
  };

  /** Writes the daily mails that are due. */
  const writeDaily = async (trx: Transaction, now: Date): Promise<number> => {
    const before = lastDaily(now);
    const accounts = await notices.accountsWithDaily(trx, before, MOST_DAILY);
    const people = await choices.of(trx, accounts);
    let written = 0;
    for (const account of accounts) {
      const to = people.get(account);
      const due = await notices.daily(trx, account, before);
      const wanted = due.filter((notice) => mailingFor(to, notice) !== 'never');
      await setMailing(trx, due, 'none');
      await setMailing(trx, wanted, 'written');
      if (to && wanted.length > 0) written += await messages.enqueue(trx, [together(to, wanted)]);
    }
    return written;
  };

  return {
    /**
     * Writes the mails that are due into the outbox, together with that they are written, so that none
     * is written twice or lost; nothing where no mail is sent.
     *
     * @returns how many mails were written
     */
    async run(): Promise<number> {
      let written = 0;
      if (!deliveries.isOn()) return written;
      await asSingleInstance(strapi, 'noticeMails', async () => {
        written = await inTransaction(
          strapi,
          async (trx) => (await sort(trx)) + (await writeDaily(trx, clock.now()))
        );
      });
      return written;
    },

    /** Forgets what was read and is older than `POINTS_NOTICE_DAYS`. */
    forget: (): Promise<number> =>
      inTransaction(strapi, (trx) =>
        notices.forget(trx, new Date(clock.now().getTime() - noticeDaysOf(strapi) * DAY_MS))
      ),
  };
});
