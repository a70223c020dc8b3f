import Fraction from 'fraction.js';
import { createRandom } from '../../src/seeds/demo/random';
import {
  bodyOf,
  regulation,
  reportOf,
  sealThrough,
  startApp,
  type Client,
  type Document,
  type Documents,
  type TestApp,
} from '../support';

/**
 * What the rules over a period count is kept from one report to the next. Random work is held after
 * every step against the postings and submissions, counted here line by line.
 */

const PERIODS = { week: null, month: '2025-03', quarter: '2025-Q1', year: '2025' } as const;
const STEPS = 60;
const DAYS = ['2025-01-20', '2025-02-28', '2025-03-01', '2025-03-05', '2025-03-09', '2025-03-31'];

const says = (what: string) => ({ clause: what, sentence: { zh: what, en: what } });

/** As many rules as there are things to count; each says in its why what it counted. */
const counting = Object.keys(PERIODS).flatMap((period) =>
  [
    { kind: 'submitted' },
    { kind: 'submitted', categories: ['research'] },
    { kind: 'adopted' },
    { kind: 'adoptions' },
    { kind: 'adoptions', channels: ['newsletter'] },
  ].map((counts) => ({
    ...{ period, counts, effect: { kind: 'beyond', target: 0, points: 1 } },
    ...says(Object.values(counts).flat().join(' ')),
  }))
);

interface Line {
  unit: number;
  day: string;
  channel: string;
  adoption: number | null;
  submission: number | null;
  points: Fraction;
}

interface Posting {
  unit_id: number;
  month: string;
  adopted_on: string;
  amount: number;
  divisor: number;
  channel: string;
  adoption_id: number | null;
  submission_id: number | null;
}

const POSTING = [
  ...(['unit_id', 'month', 'adopted_on', 'amount', 'divisor'] as const),
  ...(['channel', 'adoption_id', 'submission_id'] as const),
];

interface Received {
  unit: number;
  category: string;
  at: unknown;
  counted_in: string | null;
}

const weekOf = (day: string): [string, string] => {
  const at = Date.parse(day);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * 86_400_000;
  const text = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
  return [text(monday), text(monday + 6 * 86_400_000)];
};

const SPANS: Record<string, [from: string, to: string]> = {
  '2025-03': ['2025-03-01', '2025-03-31'],
  '2025-Q1': ['2025-01-01', '2025-03-31'],
  '2025': ['2025-01-01', '2025-12-31'],
  ...Object.fromEntries(DAYS.map((day) => [weekOf(day).join('/'), weekOf(day)])),
};

const positive = (lines: readonly Line[], keyOf: (line: Line) => number | null): number => {
  const sums = new Map<number, Fraction>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== null) sums.set(key, (sums.get(key) ?? new Fraction(0)).add(line.points));
  }
  return [...sums.values()].filter((points) => points.compare(0) > 0).length;
};

describe('what the rules over a period count', () => {
  let app: TestApp;
  let office: Client;
  let units: Document[];
  let articles: Documents;

  beforeAll(async () => {
    app = await startApp();
    office = await app.api.as('office');
    articles = app.make.documents('api::article.article');
    await app.make.documents('plugin::points.rule-set').create({
      data: {
        ...(await regulation()),
        extensions: { quotas: counting },
        effectiveFrom: '2024-01-01',
      },
    });
    units = await app.make.units(3);
  });
  afterAll(() => app.stop());

  const linesInDatabase = async (): Promise<Line[]> => {
    const rows = await app.strapi.db.connection<Posting>('points_postings').select(POSTING);
    return rows.map((row) => ({
      unit: row.unit_id,
      day: row.adopted_on.startsWith(row.month) ? row.adopted_on : `${row.month}-01`,
      channel: row.channel,
      adoption: row.adoption_id,
      submission: row.submission_id,
      points: new Fraction(row.amount, row.divisor * 100),
    }));
  };

  const receivedInDatabase = async (firstOpen: string | null) => {
    const rows: Received[] = await app.strapi.db
      .connection({ s: 'points_submissions' })
      .join({ l: 'points_submissions_units_lnk' }, 'l.submission_id', 's.id')
      .whereNull('s.merged_into_id')
      .whereNotNull('s.received_at')
      .select({ unit: 'l.unit_id', category: 's.category', at: 's.received_at' }, 's.counted_in');
    return rows.map(({ at, category, counted_in: countedIn, unit }) => {
      const arrived = new Date(new Date(at as string).getTime() + 8 * 3_600_000);
      const day = arrived.toISOString().slice(0, 10);
      const late = firstOpen !== null && day < firstOpen ? firstOpen : day.slice(0, 7);
      const month = countedIn ?? late;
      return { unit, category, day: day.startsWith(month) ? day : `${month}-01` };
    });
  };

  const byHand = async (firstOpen: string | null): Promise<Record<string, string>> => {
    const lines = await linesInDatabase();
    const received = await receivedInDatabase(firstOpen);
    const found: Record<string, string> = {};
    for (const [index, { id }] of units.entries()) {
      for (const [code, [from, to]] of Object.entries(SPANS)) {
        const within = lines.filter(({ day, unit }) => unit === id && from <= day && day <= to);
        const sent = received.filter(({ day, unit }) => unit === id && from <= day && day <= to);
        const newsletter = within.filter(({ channel }) => channel === 'newsletter');
        const counts = {
          submitted: sent.length,
          'submitted research': sent.filter(({ category }) => category === 'research').length,
          adopted: positive(within, ({ submission }) => submission),
          adoptions: positive(within, ({ adoption }) => adoption),
          'adoptions newsletter': positive(newsletter, ({ adoption }) => adoption),
        };
        for (const [what, count] of Object.entries(counts)) {
          if (count > 0) found[`${index} ${code} ${what}`] = String(count);
        }
      }
    }
    return found;
  };

  const reported = async (): Promise<Record<string, string>> => {
    const { data } = await reportOf(app, { period: '2025' });
    const found: Record<string, string> = {};
    for (const { effects = [], unit } of data) {
      const index = units.findIndex(({ documentId }) => documentId === unit.documentId);
      for (const { clause, period, why } of effects) {
        if (period.code in SPANS) found[`${index} ${period.code} ${clause}`] = why.done ?? '';
      }
    }
    return found;
  };

  it('is what the ledger and the submissions say, after every step of random work', async () => {
    const random = createRandom(11);
    const some = (): Document[] => random.sample(units, random.integer(1, 3));
    const submissions: Document[] = [];
    const adoptions: Document[] = [];
    const published: Document[] = [];
    let firstOpen: string | null = null;
    const submit = async (): Promise<void> => {
      const category = random.pick(['research', 'culture-news'] as const);
      const receivedAt = `${random.pick(DAYS)}T09:00:00+08:00`;
      submissions.push(await app.make.submission({ units: some(), category, receivedAt }));
    };
    const work: Array<() => Promise<unknown>> = [
      submit,
      async () => {
        const submission = random.pick(submissions);
        const article = await app.make.article({ placement: 'headline', submission });
        const on = new Date(`${random.pick(DAYS)}T10:00:00+08:00`);
        await app.points.clock.at(on, () => articles.publish({ documentId: article.documentId }));
        published.push(article);
      },
      async () => {
        const article = published.pop();
        if (article) await articles.unpublish({ documentId: article.documentId });
      },
      async () => {
        const channel = random.pick(['newsletter', 'province.adopted'] as const);
        const submission = random.pick(submissions);
        const adoptedOn = random.pick(DAYS);
        const reference = `第${adoptions.length}号`;
        adoptions.push(await app.make.adoption({ submission, channel, adoptedOn, reference }));
      },
      async () => {
        const adoption = adoptions.pop();
        if (!adoption) return;
        const path = `/points/adoptions/${adoption.documentId}/withdraw`;
        bodyOf(await office.post(path, { reason: '误登' }));
      },
      () =>
        app.make.documents('plugin::points.submission').update({
          documentId: random.pick(submissions).documentId,
          data: { units: some().map(({ documentId }) => documentId), officers: [] },
        }),
    ];
    await submit();
    for (let step = 0; step < STEPS; step += 1) {
      if (step === STEPS / 2) {
        await sealThrough(app, '2025-02');
        firstOpen = '2025-03';
      }
      await random.pick(work)();
      expect(await reported()).toEqual(await byHand(firstOpen));
    }
    expect(Object.keys(await reported()).length).toBeGreaterThan(20);
  }, 300_000);
});
