import type { ReactNode } from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { trId } from '../shared/translations';

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;

  li {
    padding: 1rem 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

interface DeskCardProps {
  title: string;
  total: number;
  /** How many of those that are not shown wait for a signature. */
  unsigned?: number;
  /** The first of them, an item each with a key of its own. */
  items: ReadonlyArray<{ key: string; content: ReactNode }>;
  /** What is said where there is nothing, and when something will be there. */
  empty?: string;
  /** Where those that are not shown are. */
  moreTo?: string;
  /** What stands between the heading and the list. */
  children?: ReactNode;
}

/** What stands alike, under a heading with its number. */
export const DeskCard = ({
  title,
  total,
  unsigned = 0,
  items,
  empty,
  moreTo,
  children,
}: DeskCardProps) => {
  const { formatMessage } = useIntl();
  const more = formatMessage(
    unsigned > 0
      ? {
          id: trId('desk.more.unsigned'),
          defaultMessage: 'and {count} more, {unsigned} of them waiting for a signature',
        }
      : { id: trId('desk.more'), defaultMessage: 'and {count} more' },
    { count: total - items.length, unsigned }
  );
  return (
    <Box tag="section" background="neutral0" borderColor="neutral200" hasRadius padding={5}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex justifyContent="space-between" alignItems="baseline">
          <Typography tag="h2" variant="delta">
            {title}
          </Typography>
          <Typography variant="delta" textColor="neutral600">
            {total}
          </Typography>
        </Flex>
        {children}
        {items.length === 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {empty ??
              formatMessage({ id: trId('desk.nothing'), defaultMessage: 'Nothing at present.' })}
          </Typography>
        ) : (
          <List>
            {items.map(({ key, content }) => (
              <li key={key}>{content}</li>
            ))}
          </List>
        )}
        {total > items.length ? (
          <Typography variant="pi" textColor="neutral600">
            {moreTo === undefined ? (
              more
            ) : (
              <Link tag={RouterLink} to={moreTo}>
                {more}
              </Link>
            )}
          </Typography>
        ) : null}
      </Flex>
    </Box>
  );
};
