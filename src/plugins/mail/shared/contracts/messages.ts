import type { DeliveryEvent, Language, State } from '../../domain/vocabulary';

/** Strapi's own response shape. */
export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}

/** `GET /mail/messages` */
export interface MessagesQuery {
  state?: State;
  /** documentId of the cause. */
  about?: string;
  /** Words of the subject, or of the recipient's name or address. */
  text?: string;
  page?: number;
  pageSize?: number;
}

export interface MessageItem {
  documentId: string;
  recipient: { name: string; address: string };
  subject: string;
  language: Language;
  about: { uid: string; documentId: string } | null;
  state: State;
  attempts: number;
  /** Moments: ISO 8601. */
  createdAt: string;
  nextAttemptAt: string | null;
  sentAt: string | null;
  /** Why it was not delivered, or may not have been: a sentence. */
  lastError: string | null;
  attachments: Array<{ name: string; contentType: string; size: number }>;
}

/** Whether anything is sent, and as whom. */
export interface Sending {
  on: boolean;
  from: string | null;
}

export interface MessagesResponse {
  data: MessageItem[];
  meta: { pagination: Pagination; sending: Sending; states: Record<State, number> };
}

/** A line of what became of a message. */
export interface EventItem {
  event: DeliveryEvent;
  attempt: number;
  at: string;
  /** Why, or what the mail server said: a sentence. */
  said: string | null;
  person: string | null;
  reason: string | null;
}

/** `GET /mail/messages/:documentId` */
export interface MessageDetail extends MessageItem {
  text: string;
  messageId: string | null;
  /** What the mail server said when it took the message. */
  acceptedBy: string | null;
  /** The message that this one was sent again for, and the one that was sent again for this one. */
  resendOf: string | null;
  sentAgainAs: string | null;
  events: EventItem[];
  may: { sendAgain: boolean; cancel: boolean };
  /** Whether sending it again takes a reason. */
  needsReason: boolean;
}

export interface MessageResponse {
  data: MessageDetail;
}

/** `POST /mail/messages/:documentId/send-again` */
export interface SendAgainBody {
  reason?: string;
}
