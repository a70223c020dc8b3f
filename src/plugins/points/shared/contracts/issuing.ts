import type { AddresseeRole, Gaps } from '../../domain/addressees';
import type { UnitReference } from './common';
import type { StandingsRow } from './report';

export { ADDRESSEE_ROLES } from '../../domain/addressees';
export type { AddresseeRole, Gaps } from '../../domain/addressees';

/** When and by whom a bulletin was issued. */
export interface Issued {
  /** ISO 8601. */
  at: string;
  by: string;
}

/** One who would be told of a bulletin. */
export interface AddresseeView {
  unitName: string;
  role: AddresseeRole;
  /** Empty where the unit's head is not named. */
  name: string;
  mail: string | null;
  /** Whether the bulletin waits for them in the panel. */
  inPanel: boolean;
}

/** `GET /points/bulletins/:documentId/addressees`: whom issuing would tell, and whom no mail reaches. */
export interface AddresseesResponse {
  data: {
    /** `null` until the bulletin is issued. */
    issued: Issued | null;
    addressees: AddresseeView[];
    gaps: Gaps;
    /** Whether a mail server is set up. */
    mailOn: boolean;
  };
}

/**
 * What became of the last mail to an addressee: where it stands in the outbox, or `none` where no
 * address is known, `off` where no mail server was set up, `unsent` where none was to be sent.
 */
export type ReceiptMailState =
  'none' | 'off' | 'unsent' | 'waiting' | 'sending' | 'sent' | 'failed' | 'unsure' | 'cancelled';

/** One mail to an addressee, as it was sent. */
export interface MailingView {
  /** ISO 8601. */
  at: string;
  /** Who had it sent. */
  by: string;
  reason: string | null;
  name: string;
  address: string;
  state: ReceiptMailState;
  sentAt: string | null;
  /** Why it was not delivered, or may not have been: a sentence. */
  lastError: string | null;
}

/** What became of telling one addressee; names as they were on issuing. */
export interface ReceiptView extends AddresseeView {
  documentId: string;
  /** Moments: ISO 8601. */
  readAt: string | null;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  mailState: ReceiptMailState;
  /** The first one first. */
  mailings: MailingView[];
  /** Whether sending it again takes a reason: the recipient has it, or may have. */
  needsReason: boolean;
}

/** `GET /points/bulletins/:documentId/receipts`, and what issuing answers. */
export interface ReceiptsResponse {
  data: ReceiptView[];
  meta: {
    issued: Issued | null;
    counts: {
      /** Those for whom it waits in the panel. */
      inPanel: number;
      read: number;
      acknowledged: number;
      /** Those whose last mail was sent. */
      mailed: number;
    };
    gaps: Gaps;
    mailOn: boolean;
  };
}

/** `POST /points/bulletins/:documentId/receipts/:receiptId/mail`. */
export interface MailReceiptBody {
  /** Needed where the recipient has the mail, or may have. */
  reason?: string;
}

export interface ReceiptResponse {
  data: ReceiptView;
}

/** As what the asker was told, in which unit. */
export interface OwnReceipt {
  unitName: string;
  role: AddresseeRole;
  acknowledgedBy: string | null;
}

/** A bulletin that was issued to the asker. */
export interface MyBulletin {
  documentId: string;
  /** `YYYY-MM`. */
  month: string;
  fingerprint: string;
  /** Moments: ISO 8601. */
  issuedAt: string;
  /** When it was first opened. */
  readAt: string | null;
  /** `null` while anything of it waits to be acknowledged. */
  acknowledgedAt: string | null;
  receipts: OwnReceipt[];
}

/** `GET /points/my-bulletins`: what was issued to the asker, the newest first. */
export interface MyBulletinsResponse {
  data: MyBulletin[];
  meta: {
    /** Whom the office has for the head of each of the asker's units; names are empty where nobody is named. */
    heads: Array<{ unit: UnitReference; name: string; mail: string | null }>;
  };
}

/** Where one of the asker's units stood, among the units of its kind. */
export interface OwnStanding {
  unit: UnitReference;
  /** `null` where it was not ranked. */
  month: StandingsRow | null;
  year: StandingsRow | null;
  /** How many units of its kind were ranked in the month. */
  of: number;
}

/** `POST /points/my-bulletins/:documentId/read` and `…/acknowledge`. */
export interface MyBulletinResponse {
  data: MyBulletin & { standings: OwnStanding[] };
}
