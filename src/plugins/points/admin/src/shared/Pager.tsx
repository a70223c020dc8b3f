import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Pagination } from '../../../shared/contracts';
import { trId } from './translations';

interface PagerProps {
  pagination: Pagination;
  /** How many there are and which page is shown. */
  summary: string;
  /** Whether the buttons are there where there is but one page. */
  showsSinglePage?: boolean;
  onChange: (page: number) => void;
}

/** Leads from page to page of a list. */
export const Pager = ({
  pagination: { page, pageCount },
  summary,
  showsSinglePage = false,
  onChange,
}: PagerProps) => {
  const { formatMessage } = useIntl();
  return (
    <Flex gap={2} alignItems="center">
      {pageCount > 1 || showsSinglePage ? (
        <>
          <Button
            variant="tertiary"
            size="S"
            disabled={page <= 1}
            onClick={() => onChange(page - 1)}
          >
            {formatMessage({ id: trId('ledger.previous-page'), defaultMessage: 'Previous page' })}
          </Button>
          <Button
            variant="tertiary"
            size="S"
            disabled={page >= pageCount}
            onClick={() => onChange(page + 1)}
          >
            {formatMessage({ id: trId('ledger.next-page'), defaultMessage: 'Next page' })}
          </Button>
        </>
      ) : null}
      <Typography variant="pi" textColor="neutral600" aria-live="polite">
        {summary}
      </Typography>
    </Flex>
  );
};
