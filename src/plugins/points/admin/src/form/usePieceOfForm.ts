import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import type { SubmissionDetail } from '../../../shared/contracts';
import { ACTIONS, UID } from '../constants';
import { PLACEMENT } from './form-marks';
import { useAllowed } from '../shared/permissions';
import { useGetEntryQuery } from '../shared/points-api';
import { useGetSubmissionQuery } from '../submissions/submissions-api';

/** How often an open form asks whether somebody else has sent the piece meanwhile. */
const LOOK_AGAIN_MS = 20_000;

interface PieceOfForm {
  /** Whether whoever looks is of a unit, whose pieces are locked on their way. */
  isOfUnit: boolean;
  /** Fields that are none of whoever looks's business, which Strapi would show as forbidden. */
  hidden: readonly string[];
  /** The piece that the form is about; absent while it is read, and where there is none. */
  piece: SubmissionDetail | undefined;
  /** Whether it is not known yet. */
  isAwaited: boolean;
}

interface KindOfForm {
  /** Whether entries of this type run in a placement. */
  isEntry: boolean;
  isSubmission: boolean;
  isNew: boolean;
}

const NOTHING: readonly string[] = [];

/** What a unit's people do not fill in: the editor's choice, the office's remark, and what is known only later. */
const hiddenIn = ({ isEntry, isSubmission, isNew }: KindOfForm): readonly string[] => {
  if (isSubmission) return isNew ? ['remark', 'receivedAt'] : ['remark'];
  return isEntry ? [PLACEMENT] : NOTHING;
};

/** The submission that a form of the Content Manager changes: itself, or the one of its entry. */
export const usePieceOfForm = (model: string, documentId: string): PieceOfForm => {
  const { edit } = useDocumentLayout(model);
  const maySend = useAllowed(ACTIONS.submit);
  const maySign = useAllowed(ACTIONS.sign);
  const mayReview = useAllowed(ACTIONS.review);
  const isOfUnit = !mayReview && (maySend || maySign);
  const isSubmission = model === UID.submission;
  const isEntry = 'points' in edit.options;
  const isAsked = isOfUnit && documentId !== '';
  const entry = useGetEntryQuery(
    { uid: model, documentId },
    { skip: !isAsked || !isEntry || isSubmission }
  );
  const submission = isSubmission ? documentId : (entry.currentData?.submission?.documentId ?? '');
  const { currentData, isError } = useGetSubmissionQuery(submission, {
    skip: !isAsked || submission === '',
    pollingInterval: LOOK_AGAIN_MS,
  });
  const isEntryAwaited = isEntry && !entry.currentData && !entry.isError;
  return {
    isOfUnit,
    hidden: isOfUnit ? hiddenIn({ isEntry, isSubmission, isNew: documentId === '' }) : NOTHING,
    piece: currentData,
    isAwaited: isAsked && (isEntryAwaited || (submission !== '' && !currentData && !isError)),
  };
};
