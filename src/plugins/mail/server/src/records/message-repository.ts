import type { Core } from '@strapi/strapi';
import type { Fault, Language, State } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import { oncePerApplication } from '../../../../../common/once-per-application';
import {
  newDocumentId,
  tableOf,
  toDate,
  toDateOrNull,
} from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';

/** An attachment as a message names it; its bytes stand with all attachments, by their hash. */
export interface AttachmentRecord {
  name: string;
  contentType: string;
  /** In bytes. */
  size: number;
  sha256: string;
}

/** What a message says, to whom, and of what. */
interface MessageContent {
  key: string;
  recipient: { name: string; address: string };
  subject: string;
  text: string;
  language: Language;
  attachments: readonly AttachmentRecord[];
  about: { uid: string; documentId: string } | null;
  /** The documentId of the message that this one is sent again for. */
  resendOf: string | null;
}

export interface NewMessage extends MessageContent {
  state: Extract<State, 'waiting' | 'failed'>;
  fault: Fault | null;
}

export interface MessageRecord extends MessageContent {
  id: number;
  documentId: string;
  state: State;
  attempts: number;
  createdAt: Date;
  nextAttemptAt: Date | null;
  attemptedAt: Date | null;
  sentAt: Date | null;
  fault: Fault | null;
  faultDetail: string | null;
  messageId: string | null;
  acceptedBy: string | null;
}

/** What changes of a message; the rest of it stays as it was written. */
export type MessageChange = Partial<
  Pick<
    MessageRecord,
    | 'state'
    | 'attempts'
    | 'nextAttemptAt'
    | 'attemptedAt'
    | 'sentAt'
    | 'fault'
    | 'faultDetail'
    | 'messageId'
    | 'acceptedBy'
  >
>;

export interface MessageFilter {
  state?: State;
  /** documentId of the cause. */
  about?: string;
  /** Words of the subject, or of the recipient's name or address. */
  text?: string;
}

interface Row {
  id: number;
  document_id: string;
  key: string;
  recipient_name: string | null;
  recipient_address: string;
  subject: string;
  text: string;
  language: Language;
  attachments: unknown;
  about_uid: string | null;
  about_document_id: string | null;
  resend_of: string | null;
  state: State;
  attempts: number;
  created_at: unknown;
  next_attempt_at: unknown;
  attempted_at: unknown;
  sent_at: unknown;
  fault: Fault | null;
  fault_detail: string | null;
  message_id: string | null;
  accepted_by: string | null;
}

const COLUMNS = {
  state: 'state',
  attempts: 'attempts',
  nextAttemptAt: 'next_attempt_at',
  attemptedAt: 'attempted_at',
  sentAt: 'sent_at',
  fault: 'fault',
  faultDetail: 'fault_detail',
  messageId: 'message_id',
  acceptedBy: 'accepted_by',
} as const satisfies Record<keyof MessageChange, string>;

/** Rows of a statement: SQLite takes some thousand values in one. */
const ROWS_AT_ONCE = 50;

/** Documents that a statement asks about at once. */
const CAUSES_AT_ONCE = 500;

const attachmentsOf = (value: unknown): AttachmentRecord[] => {
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(list) ? (list as AttachmentRecord[]) : [];
};

const fromRow = (row: Row): MessageRecord => ({
  id: row.id,
  documentId: row.document_id,
  key: row.key,
  recipient: { name: row.recipient_name ?? '', address: row.recipient_address },
  subject: row.subject,
  text: row.text,
  language: row.language,
  attachments: attachmentsOf(row.attachments),
  about:
    row.about_uid !== null && row.about_document_id !== null
      ? { uid: row.about_uid, documentId: row.about_document_id }
      : null,
  resendOf: row.resend_of,
  state: row.state,
  attempts: row.attempts,
  createdAt: toDate(row.created_at),
  nextAttemptAt: toDateOrNull(row.next_attempt_at),
  attemptedAt: toDateOrNull(row.attempted_at),
  sentAt: toDateOrNull(row.sent_at),
  fault: row.fault,
  faultDetail: row.fault_detail,
  messageId: row.message_id,
  acceptedBy: row.accepted_by,
});

const toRow = (message: NewMessage, now: Date): Record<string, unknown> => ({
  document_id: newDocumentId(),
  created_at: now,
  updated_at: now,
  published_at: now,
  key: message.key,
  recipient_name: message.recipient.name,
  recipient_address: message.recipient.address,
  subject: message.subject,
  text: message.text,
  language: message.language,
  attachments: JSON.stringify(message.attachments),
  about_uid: message.about?.uid ?? null,
  about_document_id: message.about?.documentId ?? null,
  resend_of: message.resendOf,
  state: message.state,
  attempts: 0,
  next_attempt_at: message.state === 'waiting' ? now : null,
  fault: message.fault,
});

/** Words as a pattern, in which they stand for themselves. */
const patternOf = (text: string): string =>
  `%${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const SEARCHED = ['subject', 'recipient_name', 'recipient_address'] as const;

/** The messages, and the one way to write them. */
export const messageRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.message);

  const matching = (trx: Transaction, { state, about, text }: MessageFilter) => {
    const query = trx<Row>(table);
    if (state !== undefined) void query.where('state', state);
    if (about !== undefined) void query.where('about_document_id', about);
    if (text !== undefined && text !== '') {
      void query.where((own) => {
        for (const column of SEARCHED) {
          void own.orWhereRaw(`lower(??) like ? escape '\\'`, [column, patternOf(text)]);
        }
      });
    }
    return query;
  };

  const findBy = async (
    trx: Transaction,
    column: 'document_id' | 'resend_of',
    value: string
  ): Promise<MessageRecord | null> => {
    const row: Row | undefined = await trx(table).where(column, value).first();
    return row ? fromRow(row) : null;
  };

  return {
    /**
     * Writes messages whose keys are new; of a key that is there nothing is written.
     *
     * @returns documentIds of those that were written
     */
    async insert(trx: Transaction, messages: readonly NewMessage[], now: Date): Promise<string[]> {
      const written: string[] = [];
      for (let from = 0; from < messages.length; from += ROWS_AT_ONCE) {
        const rows = messages
          .slice(from, from + ROWS_AT_ONCE)
          .map((message) => toRow(message, now));
        const inserted: Array<{ document_id: string }> = await trx(table)
          .insert(rows)
          .onConflict('key')
          .ignore()
          .returning('document_id');
        written.push(...inserted.map(({ document_id: documentId }) => documentId));
      }
      return written;
    },

    /**
     * Changes a message where it stands in one of some states, and, where told, has had so many
     * attempts.
     *
     * @returns whether it did
     */
    async change(
      trx: Transaction,
      id: number,
      expected: { states: readonly State[]; attempts?: number },
      change: MessageChange,
      now: Date
    ): Promise<boolean> {
      const values = Object.entries(change).map(([name, value]) => [
        COLUMNS[name as keyof MessageChange],
        value,
      ]);
      const query = trx(table)
        .where({ id })
        .whereIn('state', [...expected.states]);
      if (expected.attempts !== undefined) void query.where('attempts', expected.attempts);
      const changed: number = await query.update({
        ...Object.fromEntries(values),
        updated_at: now,
      });
      return changed > 0;
    },

    find: (trx: Transaction, documentId: string) => findBy(trx, 'document_id', documentId),

    /** The message that was sent again for another one. */
    findAgain: (trx: Transaction, documentId: string) => findBy(trx, 'resend_of', documentId),

    /** The messages that documents of a content type are the cause of, the oldest first. */
    async about(
      trx: Transaction,
      uid: string,
      documentIds: readonly string[]
    ): Promise<MessageRecord[]> {
      const found: MessageRecord[] = [];
      for (let from = 0; from < documentIds.length; from += CAUSES_AT_ONCE) {
        const rows: Row[] = await trx(table)
          .where('about_uid', uid)
          .whereIn('about_document_id', documentIds.slice(from, from + CAUSES_AT_ONCE))
          .orderBy('id');
        found.push(...rows.map(fromRow));
      }
      return found.sort((one, other) => one.id - other.id);
    },

    /** The message whose turn it is: of those that wait and are due, the one that waits longest. */
    async findDue(trx: Transaction, now: Date): Promise<MessageRecord | null> {
      const row: Row | undefined = await trx(table)
        .where('state', 'waiting')
        .where('next_attempt_at', '<=', now)
        .orderBy(['next_attempt_at', 'id'])
        .first();
      return row ? fromRow(row) : null;
    },

    /** Messages whose attempt began before a moment and has not ended. */
    async findStuck(trx: Transaction, before: Date): Promise<MessageRecord[]> {
      const rows: Row[] = await trx(table)
        .where('state', 'sending')
        .where('attempted_at', '<=', before)
        .orderBy('id')
        .limit(100);
      return rows.map(fromRow);
    },

    async count(trx: Transaction, filter: MessageFilter): Promise<number> {
      return countOf(matching(trx, filter));
    },

    /** A page, the newest first. */
    async page(
      trx: Transaction,
      filter: MessageFilter,
      request: PageRequest
    ): Promise<MessageRecord[]> {
      const rows: Row[] = await onPage(matching(trx, filter).orderBy('id', 'desc'), request);
      return rows.map(fromRow);
    },

    /** How many stand in each state. */
    async countByState(trx: Transaction): Promise<Map<State, number>> {
      const rows: Array<{ state: State; count: number | string }> = await trx(table)
        .select('state')
        .count({ count: '*' })
        .groupBy('state');
      return new Map(rows.map(({ state, count }) => [state, Number(count)]));
    },
  };
});
