import type { Core } from '@strapi/strapi';
import {
  EDITOR_NOTICES,
  isMailable,
  type MailChoice,
  OFFICE_NOTICES,
  UNIT_NOTICES,
  type NoticeKind,
} from '../../../domain/notice';
import type {
  MarkNoticesBody,
  MarkNoticesResponse,
  NoticeSettingsBody,
  NoticeSettingsResponse,
  NoticesQuery,
  NoticesResponse,
  NoticeView,
} from '../../../shared/contracts';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { deliveryStates } from '../../../../mail/server/src/public';
import { forbidden } from '../messages';
import { isAllowed, personOf } from '../records/requester';
import { noticeHourOf } from '../settings';
import { type Mailed, noticeChoiceRepository } from './choices-repository';
import { noticeText } from './notice-text';
import { type NoticeRecord, noticeRepository } from './notices-repository';

/** What whoever asks was told of; nobody sees another's. */
export const myNoticeService = oncePerApplication((strapi: Core.Strapi) => {
  const choices = noticeChoiceRepository(strapi);
  const deliveries = deliveryStates(strapi);
  const notices = noticeRepository(strapi);

  /** @throws PolicyError when nobody asks */
  const requireAccount = (): number => {
    const person = personOf(strapi);
    if (person) return person.account;
    throw forbidden(strapi, 'error.notice.nobody');
  };

  const toView = (notice: NoticeRecord): NoticeView => ({
    documentId: notice.documentId,
    kind: notice.kind,
    text: noticeText(strapi, languageOfRequest(strapi), notice),
    at: notice.at.toISOString(),
    readAt: notice.readAt?.toISOString() ?? null,
    about: notice.about,
  });

  /** What can be chosen: of their units those of units, of the office's work those of the office. */
  const offered = (): NoticeKind[] => [
    ...(isAllowed(strapi, 'desk.read') ? UNIT_NOTICES.filter(isMailable) : []),
    ...(isAllowed(strapi, 'objection.answer') ? OFFICE_NOTICES : []),
    ...(isAllowed(strapi, 'submission.make-entry') ? EDITOR_NOTICES : []),
  ];

  const requireMailed = async (trx: Transaction, account: number): Promise<Mailed> => {
    const mailed = (await choices.of(trx, [account])).get(account);
    if (mailed) return mailed;
    throw forbidden(strapi, 'error.notice.nobody');
  };

  const settingsOf = async (
    trx: Transaction,
    account: number
  ): Promise<NoticeSettingsResponse['data']> => {
    const { address, choice } = await requireMailed(trx, account);
    return {
      ...choice,
      ...{ address, offered: offered(), mailOn: deliveries.isOn(), dailyAt: noticeHourOf(strapi) },
    };
  };

  return {
    /** A page of what the asker was told of, the newest first. */
    async page(
      { kind, state }: Pick<NoticesQuery, 'kind' | 'state'>,
      request: PageRequest
    ): Promise<NoticesResponse> {
      const account = requireAccount();
      return inTransaction(strapi, async (trx) => {
        const isRead = state === undefined ? undefined : state === 'read';
        const filter = { ...(isRead !== undefined && { isRead }), ...(kind && { kind }) };
        const { notices: found, total } = await notices.page(trx, account, filter, request);
        return {
          data: found.map(toView),
          meta: {
            pagination: paginationOf(request, total),
            unread: await notices.unread(trx, account),
          },
        };
      });
    },

    count: (): Promise<number> => {
      const account = requireAccount();
      return inTransaction(strapi, (trx) => notices.unread(trx, account));
    },

    /** Marks notices of the asker's as read, or as unread again; of another's nothing is touched. */
    async mark({ documentIds, read = true }: MarkNoticesBody): Promise<MarkNoticesResponse> {
      const account = requireAccount();
      return inTransaction(strapi, async (trx) => ({
        data: {
          documentIds: await notices.mark(
            trx,
            account,
            documentIds ?? null,
            read ? clock.now() : null
          ),
          unread: await notices.unread(trx, account),
        },
      }));
    },

    async settings(): Promise<NoticeSettingsResponse> {
      const account = requireAccount();
      return inTransaction(strapi, async (trx) => ({ data: await settingsOf(trx, account) }));
    },

    /** Keeps what the asker wants mailed; what waits for a mail follows it too. */
    async choose({ kinds = {}, overall }: NoticeSettingsBody): Promise<NoticeSettingsResponse> {
      const account = requireAccount();
      const choice: MailChoice = { overall, kinds };
      return inTransaction(strapi, async (trx) => {
        await choices.keep(trx, account, choice, clock.now());
        return { data: await settingsOf(trx, account) };
      });
    },
  };
});
