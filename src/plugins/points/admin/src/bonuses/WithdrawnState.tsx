import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BonusView } from '../../../shared/contracts';
import { trId } from '../shared/translations';

interface WithdrawnStateProps {
  of: Pick<BonusView, 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>;
}

/** Whether it is in force, or since when and why it is not. */
export const WithdrawnState = ({
  of: { withdrawnAt, withdrawnBy, withdrawnReason },
}: WithdrawnStateProps) => {
  const { formatDate, formatMessage } = useIntl();
  if (withdrawnAt === null) return null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Badge variant="danger" size="S">
        {formatMessage({ id: trId('bonus.state.withdrawn'), defaultMessage: 'Withdrawn' })}
      </Badge>
      <Typography variant="pi" textColor="neutral600">
        {[formatDate(withdrawnAt, { dateStyle: 'medium' }), withdrawnBy, withdrawnReason]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Flex>
  );
};
