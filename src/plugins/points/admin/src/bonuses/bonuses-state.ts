import type { BonusesQuery } from '../../../shared/contracts';

/** The lists of the page: what was given by hand, and what was taken. */
type ByHandList = 'bonuses' | 'deductions';

export interface BonusesState {
  list: ByHandList;
  /** Empty for all. */
  year: string;
  unit: string;
  page: number;
}

/** What the address holds: anything at all, since people edit addresses. */
export type RawState = Partial<Record<keyof BonusesState, unknown>>;

const PAGE_SIZE = 25;
const YEARS_BACK = 9;

/** The address as a state of the page: what it does not say, or says wrongly, is the default. */
export const stateOf = (raw: RawState): BonusesState => {
  const page = Number(raw.page);
  return {
    list: raw.list === 'deductions' ? 'deductions' : 'bonuses',
    year: /^[12]\d{3}$/.test(String(raw.year)) ? String(raw.year) : '',
    unit: typeof raw.unit === 'string' ? raw.unit.slice(0, 64) : '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
};

/** The request that answers a state of the page. */
export const queryOf = ({ year, unit, page }: BonusesState): BonusesQuery => ({
  page,
  pageSize: PAGE_SIZE,
  ...(year !== '' && { period: year }),
  ...(unit !== '' && { unit }),
});

/** The years that may be chosen, the present one first. */
export const yearsOf = (now: Date): string[] =>
  Array.from({ length: YEARS_BACK + 1 }, (_, index) => String(now.getFullYear() - index));
