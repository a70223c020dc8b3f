import {
  bodyOf,
  reconcileOf,
  reportOf,
  startApp,
  type Client,
  type Documents,
  type TestApp,
} from '../support';

/**
 * A year of random work, done over HTTP as people do it, against points that are reckoned here by
 * hand from what was done. Nothing of the domain is used for the reckoning.
 */

const EVENTS = 160;
const POINTS: Record<string, bigint> = {
  headline: 3n,
  video: 3n,
  picture: 2n,
  dynamics: 1n,
  newsletter: 20n,
  'city.forwarded': 4n,
  'city.adopted': 20n,
  'province.adopted': 100n,
  'central.adopted': 100n,
  instruction: 100n,
  'commission.info': 4n,
  'commission.research': 20n,
  'commission.feature': 30n,
};
const PLACEMENTS = ['headline', 'video', 'picture', 'dynamics'];
const CHANNELS = Object.keys(POINTS).filter((name) => !PLACEMENTS.includes(name));
const MOMENTS = [
  ['2025-01-01T00:00:00+08:00', '2025-01-01'],
  ['2025-03-31T23:59:59+08:00', '2025-03-31'],
  ['2025-03-31T16:00:00Z', '2025-04-01'],
  ['2025-06-30', '2025-06-30'],
  ['2025-07-01', '2025-07-01'],
  ['2025-12-31T23:59:59+08:00', '2025-12-31'],
  ['2026-01-01T00:00:00+08:00', '2026-01-01'],
] as const;
const ARTICLES = '/content-manager/collection-types/api::article.article';
const SUBMISSIONS = '/content-manager/collection-types/plugin::points.submission';

interface Made {
  data: { documentId: string };
}
interface Adoption {
  documentId: string;
  channel: string;
  day: string;
  organ: string;
  withdrawn: boolean;
}
interface Bonus {
  documentId: string;
  unit: number;
  officer: number | null;
  hundredths: number;
  day: string;
  withdrawn: boolean;
}
interface Submission {
  documentId: string;
  units: number[];
  officers: number[];
  adoptions: Adoption[];
}
interface Entry {
  documentId: string;
  draft: { submission: number | null; placement: string | null };
  live: { submission: number | null; placement: string | null } | null;
  /** The day on which it first ran, by submission and placement. */
  first: Map<string, string>;
}

/** A small generator of its own, so that a failing seed can be run again (mulberry32). */
const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const gcd = (one: bigint, other: bigint): bigint => (other === 0n ? one : gcd(other, one % other));

/** Sums points over divisors into the text of a reduced fraction. */
const sum = (parts: Array<[points: bigint, divisor: number]>): string => {
  const denominator = parts.reduce((product, [, divisor]) => {
    const wide = BigInt(divisor);
    return (product / gcd(product, wide)) * wide;
  }, 1n);
  const numerator = parts.reduce(
    (total, [points, divisor]) => total + (points * denominator) / BigInt(divisor),
    0n
  );
  const common = gcd(numerator, denominator);
  return denominator === common
    ? String(numerator / common)
    : `${numerator / common}/${denominator / common}`;
};

const inPeriod = (day: string, period: string): boolean => {
  const [year, part = ''] = period.split('-');
  if (day.slice(0, 4) !== year) return false;
  const month = Number(day.slice(5, 7));
  if (part.startsWith('H')) return Math.ceil(month / 6) === Number(part[1]);
  if (part.startsWith('Q')) return Math.ceil(month / 3) === Number(part[1]);
  return part === '' || month === Number(part);
};

describe('random scenarios over HTTP', () => {
  let app: TestApp;
  let client: Client;
  let articles: Documents;
  beforeAll(async () => {
    app = await startApp();
    client = await app.api.as('super-admin');
    articles = app.make.documents('api::article.article');
    await app.make.ruleSet({ effectiveFrom: '2025-01-01' });
  });
  afterAll(() => app.stop());

  it.each([20261124, 7])(
    'come to what was reckoned by hand (seed %i)',
    async (seed) => {
      const random = randomOf(seed);
      const below = (limit: number): number => Math.floor(random() * limit);
      const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
      const some = <T>(list: readonly T[], least: number): T[] => {
        const chosen = list.filter(() => random() < 0.4);
        return chosen.length >= least ? chosen : [pick(list)];
      };

      const units = await app.make.units(5);
      const officers: Array<{ documentId: string; unit: number }> = [];
      for (const unit of [0, 0, 0, 1, 1, 2, 3]) {
        const { documentId } = await app.make.officer(units[unit]!);
        officers.push({ documentId, unit });
      }
      const submissions: Submission[] = [];
      const entries: Entry[] = [];
      const bonuses: Bonus[] = [];

      const contributors = (): { units: number[]; officers: number[] } => {
        const chosen = some([0, 1, 2, 3, 4], 1);
        const named = officers.flatMap(({ unit }, index) =>
          chosen.includes(unit) && random() < 0.5 ? index : []
        );
        return { units: chosen, officers: named };
      };
      const toData = (chosen: { units: number[]; officers: number[] }): object => ({
        units: { set: chosen.units.map((index) => ({ documentId: units[index]!.documentId })) },
        officers: {
          set: chosen.officers.map((index) => ({ documentId: officers[index]!.documentId })),
        },
      });
      const tie = ({ submission, placement }: Entry['draft']): object => ({
        placement,
        submission: {
          set: submission === null ? [] : [{ documentId: submissions[submission]!.documentId }],
        },
      });
      const draft = (): Entry['draft'] => ({
        submission: random() < 0.1 ? null : below(submissions.length),
        placement: random() < 0.1 ? null : pick(PLACEMENTS),
      });
      /** Puts up by code, at a moment of the year: no request can choose the day. */
      const runFrom = async (entry: Entry, [moment, day]: (typeof MOMENTS)[number]) => {
        const { documentId } = entry;
        await app.points.clock.at(new Date(moment), () => articles.publish({ documentId }));
        entry.live = { ...entry.draft };
        const { submission, placement } = entry.live;
        if (submission === null || placement === null) return;
        const key = `${submission}:${placement}`;
        if (!entry.first.has(key)) entry.first.set(key, day);
      };
      const act = async (entry: Entry, action: 'publish' | 'unpublish'): Promise<void> => {
        const path = `${ARTICLES}/${entry.documentId}/actions/${action}`;
        // Some of them run nowhere, and that is meant.
        bodyOf(await client.post(path, {}, { headers: { 'points-confirm': 'no-placement' } }));
      };

      const submit = async (): Promise<void> => {
        const chosen = contributors();
        const made = bodyOf(
          await client.post<Made>(SUBMISSIONS, {
            title: `报送${submissions.length}`,
            category: 'culture-news',
            ...toData(chosen),
          })
        );
        submissions.push({ documentId: made.data.documentId, ...chosen, adoptions: [] });
      };
      const events: Array<() => Promise<void>> = [
        submit,
        async () => {
          const submission = pick(submissions);
          const chosen = contributors();
          bodyOf(await client.put(`${SUBMISSIONS}/${submission.documentId}`, toData(chosen)));
          Object.assign(submission, chosen);
        },
        async () => {
          const wanted = draft();
          const made = bodyOf(
            await client.post<Made>(ARTICLES, {
              ...(await app.make.publishable()),
              title: `资讯${entries.length}`,
              ...tie(wanted),
            })
          );
          entries.push({
            documentId: made.data.documentId,
            draft: wanted,
            live: null,
            first: new Map(),
          });
        },
        async () => {
          const entry = pick(entries);
          entry.draft = draft();
          bodyOf(await client.put(`${ARTICLES}/${entry.documentId}`, tie(entry.draft)));
        },
        async () => {
          const entry = pick(entries);
          await runFrom(entry, pick(MOMENTS));
        },
        async () => {
          const entry = pick(entries);
          await runFrom(entry, pick(MOMENTS));
          await act(entry, 'publish');
        },
        async () => {
          const live = entries.filter(({ live: published }) => published !== null);
          if (live.length === 0) return;
          const entry = pick(live);
          await act(entry, 'unpublish');
          entry.live = null;
        },
        async () => {
          if (entries.length < 4) return;
          const [entry] = entries.splice(below(entries.length), 1);
          bodyOf(await client.delete(`${ARTICLES}/${entry!.documentId}`));
        },
        async () => {
          const submission = pick(submissions);
          const [adoptedOn, day] = pick(MOMENTS);
          const channel = pick(CHANNELS);
          const organ = pick(['王书记', '李市长']);
          const made = await client.post<Made>('/points/adoptions', {
            submission: submission.documentId,
            channel,
            adoptedOn,
            organ,
            reference: `文号${below(1_000_000)}`,
          });
          const { documentId } = bodyOf(made).data;
          submission.adoptions.push({ documentId, channel, day, organ, withdrawn: false });
        },
        async () => {
          const standing = pick(submissions).adoptions.filter(({ withdrawn }) => !withdrawn);
          if (standing.length === 0) return;
          const adoption = pick(standing);
          bodyOf(
            await client.post(`/points/adoptions/${adoption.documentId}/withdraw`, {
              reason: '误登',
            })
          );
          adoption.withdrawn = true;
        },
        async () => {
          const unit = below(units.length);
          const own = officers.flatMap((each, index) => (each.unit === unit ? index : []));
          const officer = own.length > 0 && random() < 0.5 ? pick(own) : null;
          const hundredths = 1 + below(100_000);
          const [moment, day] = pick(MOMENTS);
          const made = await client.post<Made>('/points/bonuses', {
            unit: units[unit]!.documentId,
            officer: officer === null ? null : officers[officer]!.documentId,
            points: (hundredths / 100).toFixed(2),
            reason: `加分${bonuses.length}`,
            decidedBy: '局长办公会',
            day: moment,
          });
          const { documentId } = bodyOf(made).data;
          bonuses.push({ documentId, unit, officer, hundredths, day, withdrawn: false });
        },
        async () => {
          const standing = bonuses.filter(({ withdrawn }) => !withdrawn);
          if (standing.length === 0) return;
          const bonus = pick(standing);
          const path = `/points/bonuses/${bonus.documentId}/withdraw`;
          bodyOf(await client.post(path, { reason: '误登' }));
          bonus.withdrawn = true;
        },
      ];
      const likely = [0, 1, 2, 2, 3, 4, 4, 4, 5, 6, 7, 8, 8, 8, 8, 9, 10, 10, 11];

      for (let count = 0; count < 4; count += 1) await submit();
      await events[2]!();
      for (let count = 0; count < EVENTS; count += 1) await events[pick(likely)]!();

      /** Every adoption that counts: its points, its day, whose it is. */
      const counted = submissions.flatMap((submission, index) => {
        const leaders = new Set<string>();
        const byHand = [...submission.adoptions]
          .filter(({ withdrawn }) => !withdrawn)
          .sort((one, other) => one.day.localeCompare(other.day))
          .filter(({ channel, organ }) => {
            if (channel !== 'instruction') return true;
            if (leaders.has(organ)) return false;
            leaders.add(organ);
            return true;
          })
          .map(({ channel, day }) => ({ points: POINTS[channel]!, day, submission }));
        const onSite = PLACEMENTS.flatMap((placement) => {
          const days = entries.flatMap(({ live, first }) =>
            live?.submission === index && live.placement === placement
              ? first.get(`${index}:${placement}`)!
              : []
          );
          const [day] = days.sort();
          return day === undefined ? [] : [{ points: POINTS[placement]!, day, submission }];
        });
        return [...byHand, ...onSite];
      });

      const periods = ['2025', '2026', '2025-H1', '2025-Q1', '2025-Q2', '2025-12', '2025-03'];
      for (const period of periods) {
        const within = counted.filter(({ day }) => inPeriod(day, period));
        const given = bonuses.filter(({ day, withdrawn }) => !withdrawn && inPeriod(day, period));
        const partOf = ({ hundredths }: Bonus): [bigint, number] => [BigInt(hundredths), 100];
        const byUnit = await reportOf(app, { period });
        const byOfficer = await reportOf(app, { period, by: 'officer' });
        for (const [index, { documentId }] of units.entries()) {
          const own = within.filter(({ submission }) => submission.units.includes(index));
          const row = byUnit.data.find(({ unit }) => unit.documentId === documentId);
          const bonus = given.filter(({ unit }) => unit === index).map(partOf);
          expect({ period, unit: index, exact: row?.exact, bonus: row?.bonus.exact }).toEqual({
            period,
            unit: index,
            exact: sum([
              ...own.map(({ points, submission }): [bigint, number] => [
                points,
                submission.units.length,
              ]),
              ...bonus,
            ]),
            bonus: sum(bonus),
          });
          expect(row?.adopted).toBe(new Set(own.map(({ submission }) => submission)).size);
        }
        for (const [index, officer] of officers.entries()) {
          const own = within.filter(({ submission }) => submission.officers.includes(index));
          const row = byOfficer.data.find(
            (each) => each.officer?.documentId === officer.documentId
          );
          const parts = own.map(({ points, submission }): [bigint, number] => {
            const colleagues = submission.officers.filter(
              (each) => officers[each]!.unit === officer.unit
            );
            return [points, submission.units.length * colleagues.length];
          });
          expect({ period, officer: index, exact: row?.exact }).toEqual({
            period,
            officer: index,
            exact: sum([...parts, ...given.filter((each) => each.officer === index).map(partOf)]),
          });
        }
      }
      expect(await reconcileOf(app)).toMatchObject({ ok: true });
    },
    300_000
  );
});
