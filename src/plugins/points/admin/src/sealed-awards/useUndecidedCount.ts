import { ACTIONS } from '../constants';
import { useAllowed } from '../shared/permissions';
import { useGetSealedAwardsQuery } from './sealed-awards-api';

type Asking = NonNullable<Parameters<typeof useGetSealedAwardsQuery>[1]>;

/** How many awards of sealed months wait for the decision of who may decide on them. */
export const useUndecidedCount = (asking: Omit<Asking, 'skip' | 'selectFromResult'>): number => {
  const canDecide = useAllowed(ACTIONS.decideAwards);
  const { data } = useGetSealedAwardsQuery(
    { page: 1, pageSize: 1 },
    { ...asking, skip: !canDecide }
  );
  return data?.meta.pagination.total ?? 0;
};
