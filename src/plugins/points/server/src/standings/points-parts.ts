import Fraction from 'fraction.js';
import { sharesOf } from '../../../domain/overview';
import { BONUS, CORRECTION, inChannelOrder, isChannel } from '../../../domain/vocabulary';
import type { PointsPart, ReportResponse, StandingsRow } from '../../../shared/contracts';

type Earned = Pick<StandingsRow, 'byChannel' | 'bonus' | 'correction' | 'period'>;

/** What gave points: channels in the order of the regulation, then what is none, where there is any. */
export const partsOf = (
  { bonus, byChannel, correction, period }: Earned,
  channelNames: ReportResponse['meta']['channelNames'] = {}
): PointsPart[] => {
  const others = [
    { source: BONUS, value: bonus },
    { source: CORRECTION, value: correction },
    { source: 'period', value: period },
  ] as const;
  const found: Array<Omit<PointsPart, 'share'>> = [
    ...inChannelOrder(Object.keys(byChannel).filter(isChannel)).flatMap((channel) => {
      const cell = byChannel[channel];
      const name = channelNames[channel];
      return cell ? [{ source: channel, ...(name && { name }), ...cell }] : [];
    }),
    ...others.flatMap(({ source, value }) =>
      value && value.exact !== '0' ? [{ source, count: null, ...value }] : []
    ),
  ];
  const shares = sharesOf(found.map(({ exact }) => new Fraction(exact)));
  return found.map((part, index) => ({ ...part, share: shares[index] ?? null }));
};
