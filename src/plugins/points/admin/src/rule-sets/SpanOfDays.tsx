import { useIntl } from 'react-intl';
import type { RuleSetSummary } from '../../../shared/contracts';
import { trId } from '../shared/translations';

/** From which day until which a rule set is in force. */
export const SpanOfDays = ({
  effectiveFrom,
  effectiveTo,
}: Pick<RuleSetSummary, 'effectiveFrom' | 'effectiveTo'>) => {
  const { formatMessage } = useIntl();
  if (effectiveTo === null) {
    return formatMessage(
      { id: trId('rule-set.from'), defaultMessage: 'From {from}' },
      { from: effectiveFrom }
    );
  }
  return formatMessage(
    { id: trId('rule-set.from-to'), defaultMessage: '{from} to {to}' },
    { from: effectiveFrom, to: effectiveTo }
  );
};
