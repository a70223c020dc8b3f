import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { HistoryLine } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';

/** Why a piece came back, or was not taken: who said so, when, and with which words. */
export const VerdictNotice = ({ verdict }: { verdict: HistoryLine }) => {
  const { formatDate, formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { action, at, comment, person, reason, unit } = verdict;
  const why = [reason && labelOf(reason), comment].filter(Boolean).join('：');
  return (
    <Notice variant="danger">
      <Typography tag="div" variant="omega" fontWeight="bold" textColor="danger700">
        {formatMessage({ id: trId(`verdict.${action}`), defaultMessage: action })}
      </Typography>
      {why === '' ? null : (
        <Typography tag="div" variant="omega" textColor="danger700" data-testid="verdict-reason">
          {why}
        </Typography>
      )}
      <Typography tag="div" variant="pi" textColor="neutral700">
        {[unit, person].filter(Boolean).join(' ')}
        {' · '}
        <time dateTime={at}>{formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
      </Typography>
    </Notice>
  );
};
