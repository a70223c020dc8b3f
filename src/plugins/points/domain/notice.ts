/**
 * What a person is told of (消息): something that happened to a piece of theirs, or that waits for
 * them.
 */
export const UNIT_NOTICES = [
  'to-sign',
  'sent-back',
  'signed',
  'returned',
  'declined',
  'accepted',
  'published',
  'adopted',
  'reversed',
  'commission-asked',
  'commission-due',
  'objection-answered',
  'bulletin-issued',
] as const;

/** What the office is told of. */
export const OFFICE_NOTICES = ['objection-filed', 'award-undecided'] as const;

/** What those are told of who make entries. */
export const EDITOR_NOTICES = ['entry-made'] as const;

export const NOTICE_KINDS = [...UNIT_NOTICES, ...OFFICE_NOTICES, ...EDITOR_NOTICES] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whether notices are mailed: as they come, once a day together, or not at all. */
export const NOTICE_MAILINGS = ['at-once', 'daily', 'never'] as const;
export type NoticeMailing = (typeof NOTICE_MAILINGS)[number];

/** What a person wants mailed: in general, and otherwise for some kinds. */
export interface MailChoice {
  overall: NoticeMailing;
  kinds: Partial<Record<NoticeKind, NoticeMailing>>;
}

/** For whoever has chosen nothing: what is unread comes once a day. */
export const UNCHOSEN: MailChoice = { overall: 'daily', kinds: {} };

/** Whether a kind of notices is mailed to somebody. */
export const mailingOf = ({ overall, kinds }: MailChoice, kind: NoticeKind): NoticeMailing =>
  kinds[kind] ?? overall;

/** Kinds of which a mail of their own is sent anyway: reminders of commissions (`commissions/reminders.ts`). */
const MAILED_ANYWAY: ReadonlySet<NoticeKind> = new Set(['commission-due']);

/** Whether a mail can be chosen for a kind. */
export const isMailable = (kind: NoticeKind): boolean => !MAILED_ANYWAY.has(kind);
