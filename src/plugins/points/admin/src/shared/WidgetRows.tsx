import { Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;

  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const Row = styled(Link)`
  display: flex;
  justify-content: space-between;
  align-items: baseline;
  gap: 1.2rem;
  padding: 0.8rem 0.4rem;
  color: inherit;
  text-decoration: none;

  &:hover,
  &:focus-visible {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

export interface WidgetRow {
  label: string;
  value: string;
  /** Whether it waits for whoever looks. */
  isPressing: boolean;
  to: string;
}

/** Numbers of a home widget, a line each, which lead to what they count. */
export const WidgetRows = ({ rows }: { rows: readonly WidgetRow[] }) => (
  <List>
    {rows.map(({ label, value, isPressing, to }) => (
      <li key={label}>
        <Row to={to}>
          <Typography variant="omega">{label}</Typography>
          <Typography
            variant="delta"
            tag="span"
            textColor={isPressing ? 'danger600' : 'neutral800'}
          >
            {value}
          </Typography>
        </Row>
      </li>
    ))}
  </List>
);
