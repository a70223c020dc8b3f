import type { Action } from '../../../domain/submission-workflow';
import type { NoticeKind } from '../../../domain/notice';
import type { Position } from '../../../domain/vocabulary';
import { UID } from '../constants';
import type { Notice } from '../notices/notices';
import type { TransitionContext } from './transition-context';

/** Who of the contributing units is told of what was done with their piece: whoever has to go on. */
const TOLD: Partial<Record<Action, { kind: NoticeKind; post: Position }>> = {
  'request-signature': { kind: 'to-sign', post: 'leader' },
  sign: { kind: 'signed', post: 'officer' },
  'send-back': { kind: 'sent-back', post: 'officer' },
  return: { kind: 'returned', post: 'officer' },
  accept: { kind: 'accepted', post: 'officer' },
  decline: { kind: 'declined', post: 'officer' },
};

/** What the contributing units are told of a transition; nothing where it is nobody's turn by it. */
export const transitionNotices = (
  { members, person, submission: { documentId, title, units } }: TransitionContext,
  { action, comment, reason }: { action: string; comment?: string | null; reason?: string | null }
): Notice[] => {
  const told = TOLD[action as Action];
  if (!told) return [];
  return units.map(({ id }) => ({
    kind: told.kind,
    to: { unit: id, post: told.post },
    about: { uid: UID.submission, documentId },
    details: {
      ...{ title, person: members[0]?.name ?? person?.name ?? '' },
      ...(reason && { reason }),
      ...(comment && { comment }),
    },
  }));
};
