import { UID } from '../constants';
import type { Notice } from '../notices/notices';
import type { AdoptionRecord } from '../records/adoptions';
import type { SubmissionLedger } from './submission-ledgers';

/** What the office is told of awards of sealed months about which it has to decide (§八.1). */
export const undecidedAwards = (
  adoptions: readonly AdoptionRecord[],
  ledgers: readonly SubmissionLedger[]
): Notice[] =>
  adoptions.map((adoption) => ({
    kind: 'award-undecided',
    to: { action: 'award.decide' },
    about: { uid: UID.adoption, documentId: adoption.documentId },
    details: {
      title:
        ledgers.find(({ submission }) => submission.id === adoption.submission)?.submission.title ??
        '',
      channel: adoption.channel,
    },
  }));
