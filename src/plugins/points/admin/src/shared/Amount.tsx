import { Tooltip, Typography, type TypographyProps } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Points } from '../../../shared/contracts';
import { fractionOf, isNegative, readable } from '../../../shared/points-text';
import { trId } from './translations';

const Figures = styled(Typography)`
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
`;

interface AmountProps extends Pick<TypographyProps, 'variant' | 'fontWeight' | 'textColor'> {
  value: Points;
  /** Writes a plus before what is given. */
  signed?: boolean;
  /** Shows the exact fraction beside the number rather than in a tooltip. */
  showFraction?: boolean;
}

/** A number of points, two decimals, with its exact fraction within reach when it is rounded. */
export const Amount = ({ value, signed = false, showFraction = false, ...props }: AmountProps) => {
  const { formatMessage } = useIntl();
  const fraction = fractionOf(value);
  const textColor = isNegative(value) ? 'danger600' : (props.textColor ?? 'neutral800');
  const figures = (
    <Figures tag="span" {...props} textColor={textColor}>
      {readable(value, signed)}
    </Figures>
  );
  if (!fraction) return figures;
  if (showFraction) {
    return (
      <>
        {figures}{' '}
        <Figures tag="span" variant="pi" textColor="neutral600">
          {formatMessage(
            { id: trId('amount.exact'), defaultMessage: '({exact})' },
            { exact: fraction }
          )}
        </Figures>
      </>
    );
  }
  return (
    <Tooltip
      label={formatMessage(
        { id: trId('amount.exact-tooltip'), defaultMessage: 'Exactly {exact} points' },
        { exact: fraction }
      )}
    >
      {figures}
    </Tooltip>
  );
};
