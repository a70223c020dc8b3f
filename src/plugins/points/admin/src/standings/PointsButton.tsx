import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Points } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { fractionOf, readable } from '../../../shared/points-text';
import { trId } from '../shared/translations';

interface PointsButtonProps {
  value: Points;
  /** Whose points they are, for those who cannot see the row and column. */
  subject: string;
  /** Absent where the number cannot be opened. */
  onOpen?: () => void;
  /** Whether rules of the period made it, not postings. */
  isEffect?: boolean;
}

const Plain = styled.button`
  border: none;
  background: none;
  padding: 0;
  font: inherit;
  color: ${({ theme }) => theme.colors.primary700};
  cursor: pointer;
  border-radius: 2px;

  &:hover,
  &:focus-visible {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const OPEN = {
  id: trId('report.open'),
  defaultMessage: '{subject}: {points} points. Show the postings',
};

const OPEN_EFFECTS = {
  id: trId('report.open-effects'),
  defaultMessage: '{subject}: {points} points. Show why',
};

/** A number of the report that opens the postings, or the effects of rules, that it is made of. */
export const PointsButton = ({ value, subject, onOpen, isEffect = false }: PointsButtonProps) => {
  const { formatMessage } = useIntl();
  if (!onOpen) return <Amount value={value} variant="omega" />;
  const exact = fractionOf(value);
  const inBrackets = exact
    ? formatMessage({ id: trId('amount.exact'), defaultMessage: ' ({exact})' }, { exact })
    : '';
  return (
    <Plain
      type="button"
      onClick={onOpen}
      aria-label={formatMessage(isEffect ? OPEN_EFFECTS : OPEN, {
        subject,
        points: `${readable(value)}${inBrackets}`,
      })}
    >
      <Amount value={value} variant="omega" textColor="primary700" />
    </Plain>
  );
};

interface CountButtonProps {
  count: number;
  subject: string;
  onOpen?: () => void;
}

/** How many items were adopted; opens the postings that they led to. */
export const CountButton = ({ count, subject, onOpen }: CountButtonProps) => {
  const { formatMessage } = useIntl();
  if (!onOpen || count === 0) return <>{count}</>;
  return (
    <Plain
      type="button"
      onClick={onOpen}
      aria-label={formatMessage(
        {
          id: trId('report.open-adopted'),
          defaultMessage:
            '{subject}: {count, plural, one {# item} other {# items}} adopted. Show the postings',
        },
        { subject, count }
      )}
    >
      {count}
    </Plain>
  );
};
