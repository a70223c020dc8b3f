import { CHANNELS } from '../../../shared/contracts';
import { reportTableOf } from '../../../shared/report-table';
import en from '../../../shared/translations/en.json';
import zhHans from '../../../shared/translations/zh-Hans.json';

const points = { points: '1.00', exact: '1' };
const unit = { documentId: 'u', code: 'museum', name: '市博物馆', kind: 'institution' as const };
const byChannel = Object.fromEntries(
  CHANNELS.map((channel) => [channel, { count: 1, ...points }] as const)
);

/** Every key that the report asks for when all channels, bonuses and corrections have something in them. */
const askedFor = (): Set<string> => {
  const keys = new Set<string>();
  for (const by of ['unit', 'officer'] as const) {
    const period = { code: '2026', from: '2026-01-01', to: '2026-12-31', sealed: false };
    const sums = { ...points, byChannel, bonus: points, correction: points };
    const row = { rank: 1, unit, ...sums, submitted: 1, adopted: 1 };
    reportTableOf(
      {
        data: [row],
        meta: { period, by, kind: null, totals: sums },
      },
      {
        periodName: String,
        translate: (key) => {
          keys.add(key);
          return key;
        },
      }
    );
  }
  return keys;
};

describe('the words of the report', () => {
  it.each([
    ['en', en],
    ['zh-Hans', zhHans],
  ])('are all there in %s', (_language, messages: Readonly<Record<string, string>>) => {
    const keys = [...askedFor()];
    expect(keys.length).toBeGreaterThan(2 * CHANNELS.length);
    expect(keys.filter((key) => !(key in messages))).toEqual([]);
  });
});
