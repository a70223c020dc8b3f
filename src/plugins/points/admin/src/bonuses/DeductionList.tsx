import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { Loaded } from '../shared/Loaded';
import { Pages } from '../shared/Pages';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { useGetDeductionKindsQuery, useGetDeductionsQuery } from './bonuses-api';
import { queryOf, type BonusesState } from './bonuses-state';
import { DeductionTable } from './DeductionTable';
import { NoDeductions } from './NoDeductions';

interface DeductionListProps {
  state: BonusesState;
  onPage: (page: number) => void;
}

/** Deductions, and that today's rules know none where they do not. */
export const DeductionList = ({ state, onPage }: DeductionListProps) => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText('deduction.empty', ACTIONS.recordDeduction, 'No deductions here.');
  const { data: rules } = useGetDeductionKindsQuery({}, { refetchOnMountOrArgChange: true });
  const { data, error, refetch } = useGetDeductionsQuery(queryOf(state), {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <NoDeductions rules={rules} />
      <Loaded
        place="page"
        data={data}
        error={error}
        failed={formatMessage({
          id: trId('deduction.error'),
          defaultMessage: 'The deductions could not be read.',
        })}
        loading={formatMessage({
          id: trId('deduction.loading'),
          defaultMessage: 'Reading the deductions',
        })}
        empty={{
          when: (read) => read.data.length === 0,
          text: empty,
        }}
        onRetry={refetch}
      >
        {(read) => (
          <Pages
            pagination={read.meta.pagination}
            summary={{
              id: trId('deduction.pages'),
              defaultMessage: '{total} deductions, page {page} of {pageCount}',
            }}
            onChange={onPage}
          >
            <DeductionTable deductions={read.data} />
          </Pages>
        )}
      </Loaded>
    </Flex>
  );
};
