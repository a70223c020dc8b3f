import type { Core } from '@strapi/strapi';
import { isMailable, type NoticeKind } from '../../../domain/notice';
import type { Position } from '../../../domain/vocabulary';
import { newDocumentId } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { deliveryStates } from '../../../../mail/server/src/public';
import { type Action, actionId } from '../permissions/actions';
import { personOf } from '../records/requester';
import { type NoticeDetails, noticeRepository } from './notices-repository';

/** Whom a notice is for, by ids: those in office of a unit, one member, or whoever has an action. */
type To = { unit: number; post?: Position } | { member: number } | { action: Action };

/** What a cause has to tell. */
export interface Notice {
  kind: NoticeKind;
  to: To;
  about: { uid: string; documentId: string };
  /** What fills its sentence. */
  details: NoticeDetails;
  /** Of one key an account is told once; each telling is its own unless told. */
  key?: string;
}

const audienceOf = (to: To) => ({
  unit: 'unit' in to ? to.unit : null,
  post: 'unit' in to ? (to.post ?? null) : null,
  member: 'member' in to ? to.member : null,
  action: 'action' in to ? actionId(to.action) : null,
});

/** The door for whoever has something to tell accounts of. */
export const noticeService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const deliveries = deliveryStates(strapi);
  const notices = noticeRepository(strapi);

  return {
    /**
     * Tells accounts of something in the transaction of its cause: it is told if that is committed, and
     * never otherwise. Whoever did it is not told. One statement, however many are told; who wants it
     * by mail is asked later (`notice-mail.ts`).
     */
    async tell(trx: Transaction, told: readonly Notice[]): Promise<void> {
      if (told.length === 0) return;
      const now = clock.now();
      const isOn = deliveries.isOn();
      await notices.insert(
        trx,
        told.map(({ about, details, key, kind, to }) => {
          const documentId = newDocumentId();
          const mailing = isOn && isMailable(kind) ? 'waiting' : 'none';
          return {
            ...audienceOf(to),
            ...{ about, details, documentId, kind, mailing, key: key ?? documentId },
          };
        }),
        { author: personOf(strapi)?.account ?? null, now, today: calendar.dayOf(now) }
      );
    },
  };
});
