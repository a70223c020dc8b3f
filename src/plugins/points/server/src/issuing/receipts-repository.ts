import type { Core } from '@strapi/strapi';
import type { Addressee, AddresseeRole } from '../../../domain/addressees';
import { tableOf, toDate, toDateOrNull } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** That a mail was written for an addressee; what became of it the outbox knows. */
export interface Mailing {
  /** Of the message. */
  key: string;
  /** ISO 8601. */
  at: string;
  by: string;
  reason: string | null;
}

/** The key of the mail of such a number to an addressee: of each the outbox takes one. */
export const mailingKey = (receipt: string, number: number): string =>
  `bulletin-receipt:${receipt}:${number}`;

/** The mail that issuing writes. */
export const firstMailing = (receipt: string, { at, by }: Pick<Mailing, 'at' | 'by'>): Mailing => ({
  key: mailingKey(receipt, 1),
  at,
  by,
  reason: null,
});

/** One who was told of a bulletin, with the names as they were. */
export interface ReceiptRecord extends Omit<Addressee, 'unit'> {
  id: number;
  documentId: string;
  /** documentId of the bulletin. */
  bulletin: string;
  /** `null` where the unit was deleted since. */
  unit: number | null;
  /** Whether no mail server was set up on issuing. */
  mailOff: boolean;
  /** The first one first. */
  mailings: readonly Mailing[];
  issuedAt: Date;
  readAt: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
}

/** What is written of an addressee on issuing. */
export interface NewReceipt extends Addressee {
  documentId: string;
  mailOff: boolean;
  mailings: readonly Mailing[];
}

interface Row {
  id: number;
  document_id: string;
  bulletin_document_id: string;
  unit_id: number | null;
  unit_name: string;
  role: AddresseeRole;
  name: string | null;
  mail: string | null;
  member_id: number | null;
  mail_off: boolean | number | null;
  mailings: unknown;
  created_at: unknown;
  read_at: unknown;
  acknowledged_at: unknown;
  acknowledged_by: string | null;
}

/** Rows of a statement: SQLite takes some thousand values in one. */
const ROWS_AT_ONCE = 50;

const mailingsOf = (value: unknown): Mailing[] => {
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(list) ? (list as Mailing[]) : [];
};

const fromRow = (row: Row): ReceiptRecord => ({
  id: row.id,
  documentId: row.document_id,
  bulletin: row.bulletin_document_id,
  unit: row.unit_id,
  unitName: row.unit_name,
  role: row.role,
  name: row.name ?? '',
  mail: row.mail,
  member: row.member_id,
  mailOff: Boolean(row.mail_off),
  mailings: mailingsOf(row.mailings),
  issuedAt: toDate(row.created_at),
  readAt: toDateOrNull(row.read_at),
  acknowledgedAt: toDateOrNull(row.acknowledged_at),
  acknowledgedBy: row.acknowledged_by,
});

/** Who was told of which bulletin, and what became of it. What issuing wrote of them stays. */
export const receiptRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.bulletinReceipt);

  const told = (trx: Transaction, members: readonly number[], bulletin?: string) => {
    const query = trx(table).whereIn('member_id', [...members]);
    if (bulletin !== undefined) void query.where('bulletin_document_id', bulletin);
    return query;
  };

  return {
    /** Lets one transaction at a time issue a bulletin. */
    async lockBulletin(trx: Transaction, bulletin: string): Promise<void> {
      await trx(tableOf(strapi, UID.bulletin))
        .select('id')
        .where('document_id', bulletin)
        .forUpdate();
    },

    /** Writes down who is told of a bulletin, in their order. The database refuses it a second time. */
    async insert(
      trx: Transaction,
      bulletin: string,
      receipts: readonly NewReceipt[],
      now: Date
    ): Promise<void> {
      const rows = receipts.map((receipt, index) => ({
        document_id: receipt.documentId,
        created_at: now,
        updated_at: now,
        published_at: now,
        bulletin_document_id: bulletin,
        place: index + 1,
        unit_id: receipt.unit,
        unit_name: receipt.unitName,
        role: receipt.role,
        name: receipt.name,
        mail: receipt.mail,
        member_id: receipt.member,
        mail_off: receipt.mailOff,
        mailings: JSON.stringify(receipt.mailings),
      }));
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await trx(table).insert(rows.slice(from, from + ROWS_AT_ONCE));
      }
    },

    /** All who were told of a bulletin, in their order. */
    async ofBulletin(trx: Transaction, bulletin: string): Promise<ReceiptRecord[]> {
      const rows: Row[] = await trx(table).where('bulletin_document_id', bulletin).orderBy('place');
      return rows.map(fromRow);
    },

    /** One of them; until the transaction ends nobody else reads it so. */
    async lock(
      trx: Transaction,
      bulletin: string,
      documentId: string
    ): Promise<ReceiptRecord | null> {
      const row: Row | undefined = await trx(table)
        .where({ bulletin_document_id: bulletin, document_id: documentId })
        .forUpdate()
        .first();
      return row ? fromRow(row) : null;
    },

    /** What was issued to members, the newest first. */
    async ofMembers(
      trx: Transaction,
      members: readonly number[],
      bulletin?: string
    ): Promise<ReceiptRecord[]> {
      const rows: Row[] = await told(trx, members, bulletin).orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id' },
      ]);
      return rows.map(fromRow);
    },

    /** What was issued to members and waits for them to acknowledge it, the newest first. */
    async unacknowledged(trx: Transaction, members: readonly number[]): Promise<ReceiptRecord[]> {
      const rows: Row[] = await told(trx, members)
        .whereNull('acknowledged_at')
        .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }]);
      return rows.map(fromRow);
    },

    /** Notes when members first opened a bulletin; what is noted already stays. */
    async markRead(
      trx: Transaction,
      members: readonly number[],
      bulletin: string,
      now: Date
    ): Promise<void> {
      await told(trx, members, bulletin)
        .whereNull('read_at')
        .update({ read_at: now, updated_at: now });
    },

    /** Notes that members have taken note of a bulletin (已阅知); what is noted already stays. */
    async acknowledge(
      trx: Transaction,
      members: readonly number[],
      bulletin: string,
      { by, now }: { by: string; now: Date }
    ): Promise<void> {
      await told(trx, members, bulletin)
        .whereNull('acknowledged_at')
        .update({ acknowledged_at: now, acknowledged_by: by, updated_at: now });
    },

    /** Notes a further mail. */
    async addMailing(
      trx: Transaction,
      { id, mailings }: ReceiptRecord,
      mailing: Mailing,
      now: Date
    ): Promise<void> {
      await trx(table)
        .where({ id })
        .update({ mailings: JSON.stringify([...mailings, mailing]), updated_at: now });
    },
  };
});
