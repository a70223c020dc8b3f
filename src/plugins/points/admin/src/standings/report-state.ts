import { UNIT_KINDS, type ReportQuery, type UnitKind } from '../../../shared/contracts';
import { partsOf } from '../../../shared/periods';
import { monthAt } from '../shared/periods';

export type ReportBy = 'unit' | 'officer';
/** What a tab shows: one kind of unit, or both in one list. */
export type KindTab = UnitKind | 'all';
export const KIND_TABS: readonly KindTab[] = [...UNIT_KINDS, 'all'];

export interface ReportState {
  period: string;
  by: ReportBy;
  kind: KindTab;
}

/** What the address holds: anything at all, since people edit addresses. */
export type RawState = Partial<Record<keyof ReportState, unknown>>;

/** The address as a state of the page: what it does not say, or says wrongly, is the default. */
export const stateOf = (raw: RawState, now: Date): ReportState => ({
  period: typeof raw.period === 'string' && partsOf(raw.period) ? raw.period : monthAt(now),
  by: raw.by === 'officer' ? 'officer' : 'unit',
  kind: KIND_TABS.find((kind) => kind === raw.kind) ?? 'institution',
});

/** The request that answers a state of the page. */
export const queryOf = ({ period, by, kind }: ReportState): ReportQuery =>
  kind === 'all' ? { period, by } : { period, by, kind };
