import { LinkButton, type LinkButtonProps } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { SubmissionDetail } from '../../../shared/contracts';
import { ACTIONS, ADOPTIONS_PATH } from '../constants';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';

interface RecordAdoptionProps extends Pick<LinkButtonProps, 'size' | 'variant' | 'fullWidth'> {
  piece: Pick<SubmissionDetail, 'documentId' | 'state' | 'mergedInto'>;
}

/**
 * To the page where adoptions by a higher level, the paper or a commission are recorded, with the
 * submission chosen. Nothing where there is nothing to adopt.
 */
export const RecordAdoption = ({ piece, ...button }: RecordAdoptionProps) => {
  const { formatMessage } = useIntl();
  const canRecord = useAllowed(ACTIONS.recordAdoptions);
  const isWithOffice = piece.state === 'submitted' || piece.state === 'accepted';
  if (!canRecord || !isWithOffice || piece.mergedInto !== null) return null;
  return (
    <LinkButton
      tag={Link}
      startIcon={<Plus />}
      to={`/${ADOPTIONS_PATH}?submission=${piece.documentId}`}
      {...button}
    >
      {formatMessage({
        id: trId('submission.record-adoption'),
        defaultMessage: 'Record an adoption',
      })}
    </LinkButton>
  );
};
