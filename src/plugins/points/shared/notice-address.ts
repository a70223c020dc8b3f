import type { NoticeKind } from '../domain/notice';

const LIST = 'content-manager/collection-types';

/** Pages of the panel that a kind of notices leads to, whatever it is about. */
const PAGES: Partial<Record<NoticeKind, string>> = {
  'bulletin-issued': 'plugins/points-my-bulletins',
  'objection-filed': 'plugins/points-objections?state=filed',
  'objection-answered': 'plugins/points-objections',
  'award-undecided': 'plugins/points-bulletins',
};

/** Where the thing that a notice is about is shown, below the panel's address, without a slash before it. */
export const noticeAddress = ({
  about: { documentId, uid },
  kind,
}: {
  kind: NoticeKind;
  about: { uid: string; documentId: string };
}): string => {
  if (kind === 'to-sign') return `plugins/points-desk/read/${documentId}`;
  return PAGES[kind] ?? `${LIST}/${uid}/${documentId}`;
};
