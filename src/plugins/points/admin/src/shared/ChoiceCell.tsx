import { Typography } from '@strapi/design-system';
import { useChoiceLabel } from './choices';

/** A value of a closed list in a table, by its label. */
export const ChoiceCell = ({ value }: { value: unknown }) => {
  const labelOf = useChoiceLabel();
  return (
    <Typography textColor="neutral800">
      {typeof value === 'string' && value !== '' ? labelOf(value) : '-'}
    </Typography>
  );
};
