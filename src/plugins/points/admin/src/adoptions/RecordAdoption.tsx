import { LinkButton, type LinkButtonProps } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { SubmissionDetail } from '../../../shared/contracts';
import { ACTIONS, UID } from '../constants';
import { useAllowed } from '../shared/permissions';
import { toPrefilled } from '../points/prefill';
import { trId } from '../shared/translations';

interface RecordAdoptionProps extends Pick<LinkButtonProps, 'size' | 'variant' | 'fullWidth'> {
  piece: Pick<SubmissionDetail, 'documentId' | 'state' | 'mergedInto'>;
}

/**
 * To the form where an adoption by a higher level, the paper or a commission is recorded, with the
 * submission filled in. Nothing where there is nothing to adopt.
 */
export const RecordAdoption = ({ piece, ...button }: RecordAdoptionProps) => {
  const { formatMessage } = useIntl();
  const canRecord = useAllowed(ACTIONS.createDocument, UID.adoption);
  const isWithOffice = piece.state === 'submitted' || piece.state === 'accepted';
  if (!canRecord || !isWithOffice || piece.mergedInto !== null) return null;
  return (
    <LinkButton
      tag={Link}
      startIcon={<Plus />}
      {...toPrefilled({
        model: UID.adoption,
        tie: { field: 'submission', uid: UID.submission, documentId: piece.documentId },
      })}
      {...button}
    >
      {formatMessage({
        id: trId('submission.record-adoption'),
        defaultMessage: 'Record an adoption',
      })}
    </LinkButton>
  );
};
