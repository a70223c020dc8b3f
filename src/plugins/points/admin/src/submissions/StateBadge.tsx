import { Badge } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { State } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';

interface StateBadgeProps {
  state: State;
  awaitsSignature?: boolean;
}

const COLOURS = {
  draft: ['neutral150', 'neutral800'],
  submitted: ['primary100', 'primary700'],
  accepted: ['success100', 'success700'],
  returned: ['warning100', 'warning700'],
  declined: ['danger100', 'danger700'],
} as const;

/** Where a submission stands, in a word. */
export const StateBadge = ({ state, awaitsSignature = false }: StateBadgeProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const [background, text] = COLOURS[awaitsSignature ? 'submitted' : state];
  return (
    <Badge backgroundColor={background} textColor={text}>
      {awaitsSignature
        ? formatMessage({ id: trId('life.awaits-signature'), defaultMessage: 'To be signed' })
        : labelOf(state)}
    </Badge>
  );
};
