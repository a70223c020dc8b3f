import {
  inChannelOrder,
  isOwnChannel,
  type Channel,
  type ReportResponse,
  type StandingsRow,
} from './contracts';

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

/** A heading over channels: `site`, `city` …, and `own` over those that rule sets bring along. */
export type ColumnGroupId = (typeof GROUPS)[number]['id'] | 'own';

interface ColumnGroup {
  id: ColumnGroupId;
  channels: Channel[];
}

type Totals = ReportResponse['meta']['totals'];

/** In the order of the rule sets; what these do not name comes after. */
const ownChannels = (
  byChannel: Totals['byChannel'],
  names: ReportResponse['meta']['channelNames'] = {}
): Channel[] => {
  const found = Object.keys(byChannel).filter(isOwnChannel);
  const named = Object.keys(names).filter(isOwnChannel);
  return [
    ...named.filter((channel) => found.includes(channel)),
    ...inChannelOrder(found.filter((channel) => !named.includes(channel))),
  ];
};

/** The columns of a report: only channels that have something in them, under their headings. */
export const columnGroupsOf = (
  byChannel: Totals['byChannel'],
  names?: ReportResponse['meta']['channelNames']
): ColumnGroup[] =>
  [
    ...GROUPS.map(({ id, channels }) => ({
      id,
      channels: channels.filter((channel: Channel) => byChannel[channel] !== undefined),
    })),
    { id: 'own' as const, channels: ownChannels(byChannel, names) },
  ].filter(({ channels }) => channels.length > 0);

/** Whether a report has a column for bonuses (额外加分, §六.2): only where anybody has one. */
export const hasBonus = (rows: ReadonlyArray<Pick<StandingsRow, 'bonus'>>): boolean =>
  rows.some(({ bonus }) => bonus.exact !== '0');

/** Whether a report has a column for what the rules of the period add or take off. */
export const hasPeriodPoints = (rows: ReadonlyArray<Pick<StandingsRow, 'period'>>): boolean =>
  rows.some(({ period }) => period !== undefined);

/** Whether a report has a column for corrections (更正): only where anybody has one. */
export const hasCorrection = (rows: ReadonlyArray<Pick<StandingsRow, 'correction'>>): boolean =>
  rows.some(({ correction }) => correction !== undefined);
