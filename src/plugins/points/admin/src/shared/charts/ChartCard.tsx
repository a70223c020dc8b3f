import { useId, useState, type ReactNode } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { Card } from '../Card';
import { ListTable } from '../ListTable';
import { trId } from '../translations';

const Numbers = styled.div<{ $isOpen: boolean }>`
  @media screen {
    display: ${({ $isOpen }) => ($isOpen ? 'block' : 'none')};
  }
`;

const Toggle = styled.div`
  @media print {
    display: none;
  }
`;

interface ChartCardProps {
  title: string;
  /** What it shows, and what is to be seen in it: for everybody, and in place of the picture for who cannot see it. */
  description: string;
  /** The picture. */
  children: ReactNode;
  /** The same numbers. */
  table: { headings: Parameters<typeof ListTable>[0]['headings']; rows: ReactNode };
}

/** A chart with its title, its description, and the same numbers as a table, which is printed with it. */
export const ChartCard = ({ title, description, children, table }: ChartCardProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <Card title={title}>
      <Typography variant="pi" textColor="neutral600">
        {description}
      </Typography>
      <div role="img" aria-label={`${title}: ${description}`}>
        {children}
      </div>
      <Toggle>
        <Button
          variant="ghost"
          size="S"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen
            ? formatMessage({ id: trId('chart.hide-table'), defaultMessage: 'Hide the table' })
            : formatMessage({ id: trId('chart.show-table'), defaultMessage: 'Show as a table' })}
        </Button>
      </Toggle>
      <Numbers id={id} $isOpen={isOpen}>
        <ListTable caption={title} headings={table.headings}>
          {table.rows}
        </ListTable>
      </Numbers>
    </Card>
  );
};
