import {
  OBJECTION_STATES,
  type ObjectionsQuery,
  type ObjectionState,
} from '../../../shared/contracts';

export interface ObjectionsState {
  /** Empty for all. */
  state: ObjectionState | '';
  page: number;
}

/** What the address holds: anything at all, since people edit addresses. */
export type RawState = Partial<Record<keyof ObjectionsState, unknown>>;

const PAGE_SIZE = 25;

/** The address as a state of the page: what it does not say, or says wrongly, is the default. */
export const stateOf = (raw: RawState): ObjectionsState => {
  const page = Number(raw.page);
  return {
    state: OBJECTION_STATES.find((state) => state === raw.state) ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
};

/** The request that answers a state of the page. */
export const queryOf = ({ page, state }: ObjectionsState): ObjectionsQuery => ({
  page,
  pageSize: PAGE_SIZE,
  ...(state !== '' && { state }),
});
