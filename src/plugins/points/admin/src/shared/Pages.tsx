import type { ReactNode } from 'react';
import { Flex } from '@strapi/design-system';
import { useIntl, type MessageDescriptor } from 'react-intl';
import type { Pagination } from '../../../shared/contracts';
import { Pager } from './Pager';

interface PagesProps {
  pagination: Pagination;
  /** Says how many there are and which page is shown, of `{total}`, `{page}` and `{pageCount}`. */
  summary: MessageDescriptor;
  onChange: (page: number) => void;
  /** The page that is shown. */
  children: ReactNode;
}

/** One page of a list, and under it the way to the others. */
export const Pages = ({ children, onChange, pagination, summary }: PagesProps) => {
  const { formatMessage } = useIntl();
  const { page, pageCount, total } = pagination;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {children}
      <Pager
        pagination={pagination}
        summary={formatMessage(summary, { total, page, pageCount: Math.max(pageCount, 1) })}
        onChange={onChange}
      />
    </Flex>
  );
};
