import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { addMonths } from '../../../domain/period';
import { monthAt } from './periods';
import { trId } from './translations';
import { usePeriodLabel } from './usePeriodLabel';

interface MonthStepperProps {
  value: string;
  onChange: (month: string) => void;
}

/** Steps from month to month, until the present one. */
export const MonthStepper = ({ value, onChange }: MonthStepperProps) => {
  const { formatMessage } = useIntl();
  const labelOf = usePeriodLabel();
  const present = monthAt(new Date());
  return (
    <Flex
      gap={2}
      alignItems="center"
      role="group"
      aria-label={formatMessage({ id: trId('desk.month'), defaultMessage: 'Month' })}
    >
      <IconButton
        label={formatMessage({ id: trId('month.previous'), defaultMessage: 'Previous month' })}
        onClick={() => onChange(addMonths(value, -1))}
      >
        <ChevronLeft />
      </IconButton>
      <Typography fontWeight="semiBold" aria-live="polite">
        {labelOf(value)}
      </Typography>
      <IconButton
        label={formatMessage({ id: trId('month.next'), defaultMessage: 'Next month' })}
        disabled={value >= present}
        onClick={() => onChange(addMonths(value, 1))}
      >
        <ChevronRight />
      </IconButton>
      {value === present ? null : (
        <Button variant="ghost" size="S" onClick={() => onChange(present)}>
          {formatMessage({ id: trId('report.current.month'), defaultMessage: 'This month' })}
        </Button>
      )}
    </Flex>
  );
};
