import type { CommissionsQuery } from '../../../shared/contracts';
import { parsePeriod } from '../../../domain/period';
import { monthAt } from '../shared/periods';

export const COMMISSION_KINDS = ['info', 'research', 'feature'] as const;

export interface CommissionsState {
  /** The commissions themselves, or what units made of them. */
  view: 'list' | 'outcomes';
  /** Of the table of outcomes. */
  period: string;
  /** Of the list; empty for all. */
  year: string;
  kind: (typeof COMMISSION_KINDS)[number] | '';
  unit: string;
  closed: 'true' | 'false' | '';
  page: number;
}

/** What the address holds: anything at all, since people edit addresses. */
export type RawState = Partial<Record<keyof CommissionsState, unknown>>;

const PAGE_SIZE = 20;

/** The address as a state of the page: what it does not say, or says wrongly, is the default. */
export const stateOf = (raw: RawState, now: Date): CommissionsState => {
  const page = Number(raw.page);
  return {
    view: raw.view === 'outcomes' ? 'outcomes' : 'list',
    period: typeof raw.period === 'string' && parsePeriod(raw.period) ? raw.period : monthAt(now),
    year: /^[12]\d{3}$/.test(String(raw.year)) ? String(raw.year) : '',
    kind: COMMISSION_KINDS.find((kind) => kind === raw.kind) ?? '',
    unit: typeof raw.unit === 'string' ? raw.unit.slice(0, 64) : '',
    closed: raw.closed === 'true' || raw.closed === 'false' ? raw.closed : '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
};

/** The request that answers a state of the list. */
export const queryOf = ({
  year,
  kind,
  unit,
  closed,
  page,
}: CommissionsState): CommissionsQuery => ({
  page,
  pageSize: PAGE_SIZE,
  ...(year !== '' && { period: year }),
  ...(kind !== '' && { kind }),
  ...(unit !== '' && { unit }),
  ...(closed !== '' && { closed }),
});
