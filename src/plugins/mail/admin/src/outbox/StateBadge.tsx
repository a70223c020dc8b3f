import { Badge } from '@strapi/design-system';
import type { State } from '../../../shared/contracts';
import { useLabels } from './useLabels';

const COLOURS = {
  waiting: ['primary100', 'primary700'],
  sending: ['primary100', 'primary700'],
  sent: ['success100', 'success700'],
  failed: ['danger100', 'danger700'],
  unsure: ['warning100', 'warning700'],
  cancelled: ['neutral150', 'neutral800'],
} as const;

/** Where a message stands, in a word. */
export const StateBadge = ({ state }: { state: State }) => {
  const { say } = useLabels();
  const [background, text] = COLOURS[state];
  return (
    <Badge backgroundColor={background} textColor={text}>
      {say(`state.${state}`)}
    </Badge>
  );
};
