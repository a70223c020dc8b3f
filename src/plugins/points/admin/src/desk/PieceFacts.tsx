import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeskSubmission } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';

type PieceFactsProps = Pick<DeskSubmission, 'category' | 'officers' | 'since'>;

/** What kind of piece it is, whose, and since when it stands where it stands. */
export const PieceFacts = ({ category, officers, since }: PieceFactsProps) => {
  const { formatDate } = useIntl();
  const labelOf = useChoiceLabel();
  return (
    <Typography variant="pi" textColor="neutral600">
      {[
        category && labelOf(category),
        officers.join('、'),
        formatDate(since, { dateStyle: 'medium' }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Typography>
  );
};
