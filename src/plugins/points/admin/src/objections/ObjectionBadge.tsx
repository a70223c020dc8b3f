import { Badge } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ObjectionView } from '../../../shared/contracts';
import { trId } from '../shared/translations';

const VARIANTS = {
  filed: 'warning',
  withdrawn: 'neutral',
  upheld: 'success',
  partly: 'success',
  dismissed: 'neutral',
} as const;

/** How an objection stands: that it waits, was withdrawn, or what the office answered. */
export const ObjectionBadge = ({
  objection: { outcome, state },
}: {
  objection: Pick<ObjectionView, 'outcome' | 'state'>;
}) => {
  const { formatMessage } = useIntl();
  const shown = state === 'answered' ? (outcome ?? 'dismissed') : state;
  return (
    <Badge variant={VARIANTS[shown]} size="S">
      {formatMessage({ id: trId(`objection.state.${shown}`), defaultMessage: shown })}
    </Badge>
  );
};
