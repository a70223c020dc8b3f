import {
  NOTICE_KINDS,
  NOTICE_STATES,
  type NoticeKind,
  type NoticesQuery,
  type NoticeState,
} from '../../../shared/contracts';

export interface NoticesState {
  /** Empty for all. */
  state: NoticeState | '';
  kind: NoticeKind | '';
  page: number;
}

/** What the address holds: anything at all, since people edit addresses. */
export type RawState = Partial<Record<keyof NoticesState, unknown>>;

const PAGE_SIZE = 25;

/** The address as a state of the page: what it does not say, or says wrongly, is the default. */
export const stateOf = (raw: RawState): NoticesState => {
  const page = Number(raw.page);
  return {
    state: NOTICE_STATES.find((state) => state === raw.state) ?? '',
    kind: NOTICE_KINDS.find((kind) => kind === raw.kind) ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
};

/** The request that answers a state of the page. */
export const queryOf = ({ kind, page, state }: NoticesState): NoticesQuery => ({
  ...{ page, pageSize: PAGE_SIZE },
  ...(state !== '' && { state }),
  ...(kind !== '' && { kind }),
});
