import {
  bodyOf,
  errorOf,
  regulation,
  reportOf,
  startApp,
  today,
  type Client,
  type Document,
  type TestApp,
} from '../support';
import type { UnitsResponse } from '../../src/plugins/points/shared/contracts';

const manager = (type: string): string =>
  `/content-manager/collection-types/plugin::points.${type}`;

describe('what the office records', () => {
  let app: TestApp;
  let office: Client;
  let unit: Document;
  let submission: Document;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet({ effectiveTo: '2089-12-31' });
    unit = await app.make.unit();
    submission = await app.make.submission({ units: [unit] });
    office = await app.api.as('office');
  });
  afterAll(() => app.stop());

  describe('an adoption', () => {
    const body = (values: object) => ({
      submission: submission.documentId,
      channel: 'newsletter',
      adoptedOn: '2026-02-01',
      ...values,
    });

    it.each(['2099-01-01', '2099-01-01T00:00:00+08:00'])('not of the future: %s', async (day) => {
      const doors = [
        await office.post('/points/adoptions', body({ adoptedOn: day })),
        await office.post(manager('adoption'), {
          ...body({ adoptedOn: '2099-01-01' }),
          submission: { connect: [{ documentId: submission.documentId }] },
        }),
      ];
      for (const refused of doors) {
        expect(refused.status).toBe(400);
        expect(errorOf(refused).message).toContain('2099-01-01');
      }
    });

    it('of today is taken', async () => {
      bodyOf(await office.post('/points/adoptions', body({ adoptedOn: today() })));
    });

    it('of a hundred points is asked about where nothing speaks for it', async () => {
      const given = body({ channel: 'province.adopted' });
      const asked = errorOf(
        await office.post('/points/adoptions', given, { headers: { 'points-confirm': '' } })
      );
      expect(asked.status).toBe(400);
      expect(asked.message).toContain('100');
      const { data } = await reportOf(app, { period: '2026-02' });
      expect(data.every(({ exact }) => exact === '0')).toBe(true);
      const headers = { 'points-confirm': 'no-evidence' };
      bodyOf(await office.post('/points/adoptions', given, { headers }));
      bodyOf(
        await office.post('/points/adoptions', body({ channel: 'central.adopted', organ: '中办' }))
      );
      bodyOf(await office.post('/points/adoptions', body({ channel: 'city.adopted' })));
    });
  });

  describe('a unit', () => {
    const create = (values: object) =>
      office.post<{ data: Document }>(manager('unit'), { kind: 'institution', ...values });

    it('bears a name of its own while it lasts', async () => {
      bodyOf(await create({ name: '市京剧团', code: 'JJ1', activeTo: '2026-06-30' }));
      for (const name of ['市京剧团', ' 市京剧团 ', '市 京剧团']) {
        const refused = await create({ name, code: 'JJ2', activeFrom: '2026-06-30' });
        expect(errorOf(refused).message).toContain('JJ1');
      }
      bodyOf(await create({ name: '市京剧团', code: 'JJ3', activeFrom: '2026-07-01' }));
    });

    it('ends no earlier than it begins, and so does an officer', async () => {
      const dates = { activeFrom: '2026-06-30', activeTo: '2026-06-29' };
      expect((await create({ name: '倒着', code: 'DZ', ...dates })).status).toBe(400);
      const officer = await office.post(manager('officer'), {
        name: '倒着',
        unit: { connect: [{ documentId: unit.documentId }] },
        ...dates,
      });
      expect(errorOf(officer).message).toContain('activeTo');
    });

    it('follows no unit that follows it', async () => {
      const { data: first } = bodyOf(await create({ name: '甲馆', code: 'C1' }));
      const follows = (documentId: string) => ({
        successor: { connect: [{ documentId }] },
      });
      const { data: second } = bodyOf(
        await create({ name: '乙馆', code: 'C2', ...follows(first.documentId) })
      );
      for (const documentId of [first.documentId, second.documentId]) {
        const refused = await office.put(
          `${manager('unit')}/${first.documentId}`,
          follows(documentId)
        );
        expect(errorOf(refused).message).toContain('successor');
      }
    });

    it('has its leader neither ranked among its officers nor offered as one', async () => {
      const officer = await app.make.person('officer', unit);
      const leader = await app.make.person('leader', unit);
      const { data } = await reportOf(app, { period: '2026', by: 'officer' });
      const ranked = data.map((row) => row.officer?.name);
      expect(ranked).toContain(officer.name);
      expect(ranked).not.toContain(leader.name);
      const offered = bodyOf(await office.get<UnitsResponse>('/points/units')).data.flatMap(
        ({ officers }) => officers.map(({ name }) => name)
      );
      expect(offered).toContain(officer.name);
      expect(offered).not.toContain(leader.name);
    });
  });

  describe('a rule set', () => {
    const copy = async (values: object = {}) => {
      const { channels, policies, ...rest } = await regulation();
      return {
        ...rest,
        name: '下一年标准',
        effectiveFrom: '2090-01-01',
        channels: JSON.stringify(channels, null, 2),
        policies: JSON.stringify(policies),
        ...values,
      };
    };

    it('is made and edited from the text that the form sends', async () => {
      const { data } = bodyOf(
        await office.post<{ data: Document }>(manager('rule-set'), await copy())
      );
      const { channels } = await regulation();
      const read = async () =>
        bodyOf(await office.get<{ data: Document }>(`${manager('rule-set')}/${data.documentId}`))
          .data;
      expect((await read()).channels).toEqual(channels);
      const changed = (channels as Array<{ channel: string }>).map((each) =>
        each.channel === 'newsletter' ? { ...each, points: 25 } : each
      );
      bodyOf(
        await office.put(`${manager('rule-set')}/${data.documentId}`, {
          channels: JSON.stringify(changed),
        })
      );
      expect((await read()).channels).toEqual(changed);
    });

    it('says where a text is no JSON', async () => {
      const body = await copy({ channels: '[{"channel": ', effectiveFrom: '2091-01-01' });
      const refused = errorOf(
        await office.post(manager('rule-set'), body, { language: 'zh-Hans' })
      );
      expect(refused.status).toBe(400);
      expect(refused.message).toContain('channels');
      expect(refused.message).toContain('JSON');
    });
  });
});
