import type { Channel, ReportResponse } from '../../../shared/contracts';

/** Channels that stand under one heading in the table, in the order of the regulation's screens. */
const GROUPS: ReadonlyArray<{ id: string; channels: readonly Channel[] }> = [
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
];

export interface ColumnGroup {
  id: string;
  channels: Channel[];
}

/** The columns of a table: only channels that have something in them, under their headings. */
export const columnGroupsOf = (
  byChannel: ReportResponse['meta']['totals']['byChannel']
): ColumnGroup[] =>
  GROUPS.map(({ id, channels }) => ({
    id,
    channels: channels.filter((channel) => byChannel[channel] !== undefined),
  })).filter(({ channels }) => channels.length > 0);
