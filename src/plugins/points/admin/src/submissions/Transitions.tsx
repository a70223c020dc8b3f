import { useIntl } from 'react-intl';
import type { SubmissionDetail } from '../../../shared/contracts';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { MoveButtons } from './TransitionButtons';
import { Precheck } from './Precheck';

interface MovesProps {
  piece: SubmissionDetail;
  /** Whether the form beside it holds changes that are not saved. */
  isModified: boolean;
}

/** What can be done with a submission from its form: saved first, and looked at before it is sent. */
export const Moves = ({ piece, isModified }: MovesProps) => {
  const { formatMessage } = useIntl();
  const isWithUnit = piece.state === 'draft' || piece.state === 'returned';
  return (
    <>
      {isModified && piece.editable && piece.actions.length > 0 ? (
        <Notice variant="warning">
          {formatMessage({
            id: trId('life.save-first'),
            defaultMessage: 'Save your changes first.',
          })}
        </Notice>
      ) : null}
      {isWithUnit ? <Precheck documentId={piece.documentId} /> : null}
      <MoveButtons piece={piece} isModified={isModified} />
    </>
  );
};
