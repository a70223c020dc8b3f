import type { NoticeKind, NoticeMailing } from '../../domain/notice';
import type { Pagination } from './common';

export {
  NOTICE_KINDS,
  NOTICE_MAILINGS,
  type NoticeKind,
  type NoticeMailing,
} from '../../domain/notice';

export const NOTICE_STATES = ['unread', 'read'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** `GET /points/notices`: the newest first. */
export interface NoticesQuery {
  state?: NoticeState;
  kind?: NoticeKind;
  page?: number;
  pageSize?: number;
}

/** Something that the asker was told of. */
export interface NoticeView {
  documentId: string;
  kind: NoticeKind;
  /** In the language of the request. */
  text: string;
  /** ISO 8601. */
  at: string;
  /** ISO 8601; `null` while it is unread. */
  readAt: string | null;
  about: { uid: string; documentId: string };
}

export interface NoticesResponse {
  data: NoticeView[];
  meta: { pagination: Pagination; unread: number };
}

/** `GET /points/notices/count`. */
export interface NoticeCountResponse {
  data: { unread: number };
}

/** `POST /points/notices/read`: marks notices as read, or as unread again. */
export interface MarkNoticesBody {
  /** All that are unread, where it is missing. */
  documentIds?: string[];
  /** `true` unless told. */
  read?: boolean;
}

export interface MarkNoticesResponse {
  /** What was marked otherwise before. */
  data: { documentIds: string[]; unread: number };
}

/** `PUT /points/notices/settings`. */
export interface NoticeSettingsBody {
  overall: NoticeMailing;
  /** Kinds for which something else holds. */
  kinds?: Partial<Record<NoticeKind, NoticeMailing>>;
}

/** `GET` and `PUT /points/notices/settings`. */
export interface NoticeSettingsResponse {
  data: Required<NoticeSettingsBody> & {
    /** The kinds that the asker can be told of. */
    offered: NoticeKind[];
    /** Where mails go. */
    address: string;
    /** Whether a mail server is set up at all. */
    mailOn: boolean;
    /** The hour of the daily mail, in the bureau's calendar. */
    dailyAt: number;
  };
}
