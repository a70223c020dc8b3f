import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import type { SubmissionDetail } from '../../../shared/contracts';
import { ACTIONS, UID } from '../constants';
import { useAllowed } from '../shared/permissions';
import { useGetEntryQuery } from '../shared/points-api';
import { useGetSubmissionQuery } from '../submissions/submissions-api';

/** How often an open form asks whether somebody else has sent the piece meanwhile. */
const LOOK_AGAIN_MS = 20_000;

interface PieceOfForm {
  /** Whether whoever looks is of a unit, whose pieces are locked on their way. */
  isOfUnit: boolean;
  /** Where placements are: entries of this type run in one. */
  hasPlacement: boolean;
  /** The piece that the form is about; absent while it is read, and where there is none. */
  piece: SubmissionDetail | undefined;
  /** Whether it is not known yet. */
  isAwaited: boolean;
}

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
    hasPlacement: isEntry,
    piece: currentData,
    isAwaited: isAsked && (isEntryAwaited || (submission !== '' && !currentData && !isError)),
  };
};
