import { ACTIONS } from '../constants';
import { useGetNoticeCountQuery } from '../notices/notices-api';
import { useGetObjectionsQuery } from '../objections/objections-api';
import { useUndecidedCount } from '../sealed-awards/useUndecidedCount';
import { useAllowed } from '../shared/permissions';
import { useGetDeskSummaryQuery, useGetInboxQuery } from '../submissions/submissions-api';

/** A window that stays open asks anew this often, while somebody looks at it. */
const FRESH = { pollingInterval: 120_000, skipPollingIfUnfocused: true } as const;

const ONE = { page: 1, pageSize: 1 } as const;

const useDesk = () => {
  const canRead = useAllowed(ACTIONS.readDesk);
  return useGetDeskSummaryQuery(null, { ...FRESH, skip: !canRead }).data;
};

/** What the unit's people have to do with their pieces: sign, where they may, and mend. */
export const useDeskCount = (): number => {
  const groups = useDesk()?.groups;
  return groups ? groups.toSign + groups.returned : 0;
};

/** Commissions of the own units that are overdue or soon due. */
export const useCommissionCount = (): number => {
  const commissions = useDesk()?.commissions;
  return commissions ? commissions.overdue + commissions.soon : 0;
};

/** Bulletins that wait for the person to acknowledge them. */
export const useMyBulletinCount = (): number => useDesk()?.bulletins ?? 0;

/** What the person was told of and has not read. */
export const useNoticeCount = (): number => {
  const canRead = useAllowed(ACTIONS.readNotices);
  return useGetNoticeCountQuery(null, { ...FRESH, skip: !canRead }).data ?? 0;
};

/** Pieces that wait for the office's review. */
export const useInboxCount = (): number => {
  const canReview = useAllowed(ACTIONS.review);
  const { data } = useGetInboxQuery({ queue: 'submitted', ...ONE }, { ...FRESH, skip: !canReview });
  return data?.meta.waiting.submitted ?? 0;
};

/** Objections that wait for the office's answer. */
export const useObjectionCount = (): number => {
  const canAnswer = useAllowed(ACTIONS.answerObjections);
  const { data } = useGetObjectionsQuery(
    { state: 'filed', ...ONE },
    { ...FRESH, skip: !canAnswer }
  );
  return data?.meta.pagination.total ?? 0;
};

/** Changes after a seal that wait for the office's decision. */
export const useSealedAwardCount = (): number => useUndecidedCount(FRESH);
