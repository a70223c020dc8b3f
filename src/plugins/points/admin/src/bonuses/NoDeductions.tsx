import { useIntl } from 'react-intl';
import type { DeductionKindsResponse } from '../../../shared/contracts';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';

/** That the rules of a day know no deductions, where they do not: the regulation's do not. */
export const NoDeductions = ({ rules }: { rules: DeductionKindsResponse | undefined }) => {
  const { formatMessage } = useIntl();
  if (!rules || rules.data.length > 0) return null;
  const { day, ruleSet } = rules.meta;
  return (
    <Notice variant="info">
      {ruleSet === null
        ? formatMessage(
            {
              id: trId('deduction.no-rules'),
              defaultMessage: 'No rule set is in force on {day}: nothing can be deducted.',
            },
            { day }
          )
        : formatMessage(
            {
              id: trId('deduction.none'),
              defaultMessage:
                'The rule set in force on {day}, “{ruleSet}”, knows no deductions: nothing can be deducted by hand.',
            },
            { day, ruleSet }
          )}
    </Notice>
  );
};
