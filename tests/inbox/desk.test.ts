import type { DeskMonth, DeskResponse } from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  reportOf,
  startApp,
  today,
  type Client,
  type Document,
  type Person,
  type Reference,
  type TestApp,
} from '../support';

const UNIT = 'plugin::points.unit';

describe("a unit's desk", () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
  });
  afterAll(() => app.stop());

  const desk = async (client: Client): Promise<DeskResponse['data']> =>
    bodyOf(await client.get<DeskResponse>('/points/desk')).data;

  /** The statements that the database is sent meanwhile. */
  const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    const seen: string[] = [];
    const note = ({ sql }: { sql: string }): number => seen.push(sql);
    const { connection } = app.strapi.db;
    connection.on('query', note);
    await work();
    connection.off('query', note);
    return seen;
  };

  describe('and the line of its months', () => {
    let unit: Document;
    let department: Document;
    let officer: Person;

    const dated = (one: Reference, dates: object) =>
      app.make.documents(UNIT).update({ documentId: one.documentId, data: dates });

    beforeAll(async () => {
      let gone: Document;
      let later: Document;
      [unit, gone, later] = await app.make.units(3);
      department = await app.make.unit({ kind: 'department' });
      officer = await app.make.person('officer', unit);
      const officers = [officer.record, await app.make.officer(unit), await app.make.officer(unit)];
      const joint = await app.make.submission({ units: [unit, later], officers });
      const own = await app.make.submission({ units: [unit], officers: officers.slice(1) });
      const theirs = await app.make.submission({ units: [gone, department] });
      await app.make.adoption({ submission: joint, channel: 'newsletter', adoptedOn: today() });
      await app.make.adoption({ submission: own, channel: 'newsletter', adoptedOn: today(-65) });
      await app.make.adoption({ submission: theirs, channel: 'newsletter', adoptedOn: today(-65) });
      await app.make.adoption({
        submission: theirs,
        channel: 'newsletter',
        adoptedOn: today(-200),
      });
      await dated(gone, { activeTo: today(-100) });
      await dated(later, { activeFrom: today(-40) });
    });

    it('has the places of each month’s ranking', async () => {
      for (const one of [unit, department]) {
        const { client } = one === unit ? officer : await app.make.person('officer', one);
        const [standing] = (await desk(client)).standings;
        const months = standing?.months ?? [];
        expect(months.map(({ month }) => month).at(-1)).toBe(today().slice(0, 7));
        expect(new Set(months.map(({ month }) => month)).size).toBe(12);
        expect(months.filter(({ exact }) => exact !== '0').length).toBeGreaterThan(1);
        for (const month of months) {
          const kind = standing?.unit.kind ?? 'institution';
          const { data } = await reportOf(app, { period: month.month, kind });
          const row = data.find((each) => each.unit.documentId === one.documentId);
          const expected: DeskMonth = {
            month: month.month,
            rank: row?.rank ?? null,
            of: data.length,
            points: row?.points ?? '0.00',
            exact: row?.exact ?? '0',
            submitted: row?.submitted ?? 0,
            adopted: row?.adopted ?? 0,
          };
          expect(month).toEqual(expected);
        }
      }
    });

    it('is ranked in no month before the unit was there', async () => {
      const young = await app.make.unit();
      await dated(young, { activeFrom: today() });
      const { client } = await app.make.person('officer', young);
      const [standing] = (await desk(client)).standings;
      const ranks = standing?.months.map(({ rank }) => rank) ?? [];
      expect(ranks.slice(0, -1)).toEqual(new Array(11).fill(null));
      expect(ranks.at(-1)).toEqual(expect.any(Number));
    });

    it('reads the running totals once', async () => {
      const statements = await statementsOf(() => desk(officer.client));
      expect(statements.filter((sql) => sql.includes('points_totals'))).toHaveLength(1);
    });
  });
});
