import type { Channel, ReportResponse, StandingsRow } from './contracts';

/** Headings that channels stand under in the report, in the order of the regulation's screens. */
const GROUPS = [
  { id: 'site', channels: ['site.headline', 'site.video', 'site.picture', 'site.dynamics'] },
  { id: 'newsletter', channels: ['newsletter'] },
  { id: 'city', channels: ['city.forwarded', 'city.adopted'] },
  { id: 'province', channels: ['province.adopted'] },
  { id: 'central', channels: ['central.adopted'] },
  { id: 'instruction', channels: ['instruction'] },
  {
    id: 'commission',
    channels: ['commission.info', 'commission.research', 'commission.feature'],
  },
] as const satisfies ReadonlyArray<{ id: string; channels: readonly Channel[] }>;

/** A heading over channels: `site`, `city` … */
export type ColumnGroupId = (typeof GROUPS)[number]['id'];

interface ColumnGroup {
  id: ColumnGroupId;
  channels: Channel[];
}

/** The columns of a report: only channels that have something in them, under their headings. */
export const columnGroupsOf = (
  byChannel: ReportResponse['meta']['totals']['byChannel']
): ColumnGroup[] =>
  GROUPS.map(({ id, channels }) => ({
    id,
    channels: channels.filter((channel: Channel) => byChannel[channel] !== undefined),
  })).filter(({ channels }) => channels.length > 0);

/** Whether a report has a column for bonuses (额外加分, §六.2): only where anybody has one. */
export const hasBonus = (rows: ReadonlyArray<Pick<StandingsRow, 'bonus'>>): boolean =>
  rows.some(({ bonus }) => bonus.exact !== '0');

/** Whether a report has a column for corrections (更正): only where anybody has one. */
export const hasCorrection = (rows: ReadonlyArray<Pick<StandingsRow, 'correction'>>): boolean =>
  rows.some(({ correction }) => correction !== undefined);
