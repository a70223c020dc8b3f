import type { Core } from '@strapi/strapi';
import type { DeliveryEvent, Fault } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { newDocumentId, tableOf, toDate } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';

/** A line of what became of a message. */
export interface EventRecord {
  event: DeliveryEvent;
  /** The number of the attempt, or of the last one before it. */
  attempt: number;
  at: Date;
  fault: Fault | null;
  /** What the mail server said. */
  detail: string | null;
  /** Who did it, where a person did. */
  person: { account: number; name: string } | null;
  reason: string | null;
}

interface Row {
  event: DeliveryEvent;
  attempt: number;
  at: unknown;
  fault: Fault | null;
  detail: string | null;
  account_id: number | null;
  person_name: string | null;
  reason: string | null;
}

/** What became of each message: lines that are appended and stay. */
export const eventRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.deliveryEvent);
  return {
    async append(
      trx: Transaction,
      message: string,
      {
        event,
        attempt,
        at,
        ...more
      }: Pick<EventRecord, 'event' | 'attempt' | 'at'> & Partial<EventRecord>
    ): Promise<void> {
      await trx(table).insert({
        document_id: newDocumentId(),
        created_at: at,
        updated_at: at,
        published_at: at,
        message_document_id: message,
        attempt,
        event,
        at,
        fault: more.fault ?? null,
        detail: more.detail ?? null,
        account_id: more.person?.account ?? null,
        person_name: more.person?.name ?? null,
        reason: more.reason ?? null,
      });
    },

    /** The lines of a message, the first one first. */
    async ofMessage(trx: Transaction, message: string): Promise<EventRecord[]> {
      const rows: Row[] = await trx(table).where('message_document_id', message).orderBy('id');
      return rows.map((row) => ({
        event: row.event,
        attempt: row.attempt,
        at: toDate(row.at),
        fault: row.fault,
        detail: row.detail,
        person:
          row.account_id === null ? null : { account: row.account_id, name: row.person_name ?? '' },
        reason: row.reason,
      }));
    },
  };
});
