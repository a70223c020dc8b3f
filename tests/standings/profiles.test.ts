import type {
  PersonProfileResponse,
  PiecesResponse,
  UnitProfileResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  errorOf,
  reportOf,
  sealThrough,
  startApp,
  type Client,
  type Document,
  type Person,
  type TestApp,
} from '../support';

const MONTH = '2026-03';

describe('the pages of units and people', () => {
  let app: TestApp;
  let library: Document;
  let museum: Document;
  let officer: Person;
  let colleague: Document;
  let stranger: Person;
  let office: Client;

  const unitOf = async (client: Client, unit: Document, month = MONTH) =>
    bodyOf(await client.get<UnitProfileResponse>(`/points/units/${unit.documentId}?month=${month}`))
      .data;
  const personOf = async (client: Client, { documentId }: Document, month = MONTH) =>
    bodyOf(await client.get<PersonProfileResponse>(`/points/members/${documentId}?month=${month}`))
      .data;
  const piecesOf = async (client: Client, path: string): Promise<PiecesResponse> =>
    bodyOf(await client.get<PiecesResponse>(`/points/${path}/pieces`));

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    library = await app.make.unit({ code: 'A1' });
    museum = await app.make.unit({ code: 'A2' });
    officer = await app.make.person('officer', library);
    colleague = await app.make.officer(library);
    stranger = await app.make.person('officer', museum);
    office = await app.api.as('office');
    const joint = await app.make.submission({
      units: [library, museum],
      officers: [officer.record, colleague],
      title: '合办的展览',
      receivedAt: '2026-03-02T10:00:00+08:00',
    });
    const values = { submission: joint, adoptedOn: '2026-03-10' } as const;
    await app.make.adoption({ ...values, channel: 'city.adopted', adoptedOn: '2026-03-12' });
    await app.make.adoption({ ...values, channel: 'city.forwarded' });
    await app.make.submission({
      ...{ units: [library], officers: [colleague], title: '另一条' },
      receivedAt: '2026-03-05T10:00:00+08:00',
    });
  });
  afterAll(() => app.stop());

  it('say of a unit what the report of the month says', async () => {
    const { months, parts, people, unit } = await unitOf(office, library);
    const { data } = await reportOf(app, { period: MONTH, kind: 'institution' });
    const row = data.find((each) => each.unit.documentId === library.documentId);
    expect(unit).toMatchObject({ documentId: library.documentId, activeTo: null });
    expect(months).toHaveLength(12);
    expect(months.at(-1)).toMatchObject({ month: MONTH, rank: row?.rank, exact: row?.exact });
    expect(parts.map(({ source, exact, share }) => [source, exact, share])).toEqual([
      ['city.forwarded', '2', '1/6'],
      ['city.adopted', '10', '5/6'],
    ]);
    const byOfficer = (await reportOf(app, { period: MONTH, by: 'officer' })).data;
    for (const { documentId, standing } of people) {
      const own = byOfficer.find((each) => each.officer?.documentId === documentId);
      expect(standing).toMatchObject({ rank: own?.rank, exact: own?.exact });
    }
  });

  it('show what the unit sent in, how far it came, and what the unit earned by each step', async () => {
    const { data, meta } = await piecesOf(office, `units/${library.documentId}`);
    expect(meta.pagination.total).toBe(2);
    expect(data.map(({ title, exact, units }) => [title, exact, units])).toEqual([
      ['另一条', '0', 1],
      ['合办的展览', '12', 2],
    ]);
    expect(data[1]).toMatchObject({ receivedOn: '2026-03-02', state: 'accepted' });
    expect(data[1]?.steps).toMatchObject([
      { stage: 'forwarded', adoptedOn: '2026-03-10', exact: '2' },
      { stage: 'city', adoptedOn: '2026-03-12', exact: '10' },
    ]);
  });

  it('show of a person the own part', async () => {
    const { person, months, of, unit } = await personOf(office, officer.record);
    expect(unit?.documentId).toBe(library.documentId);
    expect(person.standing).toMatchObject({ exact: '6', submitted: 1, adopted: 1 });
    expect(of).toBe(3);
    expect(months.at(-1)).toMatchObject({ month: MONTH, exact: '6', submitted: 1 });
    const { data } = await piecesOf(office, `members/${officer.record.documentId}`);
    expect(data.map(({ title, exact }) => [title, exact])).toEqual([['合办的展览', '6']]);
  });

  it('are those of the own unit for its people', async () => {
    const path = `units/${library.documentId}`;
    const member = `members/${colleague.documentId}`;
    expect(await unitOf(officer.client, library)).toEqual(await unitOf(office, library));
    expect(await piecesOf(officer.client, path)).toEqual(await piecesOf(office, path));
    for (const part of [path, `${path}/pieces`, member, `${member}/pieces`]) {
      const response = await stranger.client.get(`/points/${part}`, { language: 'zh-Hans' });
      expect([part, response.status]).toEqual([part, 403]);
      expect(errorOf(response).message).toMatch(/本单位/);
    }
  });

  it.each(['units', 'members'])(
    'say that there is nobody of an unknown number: %s',
    async (type) => {
      for (const part of ['', '/pieces']) {
        const response = await office.get(`/points/${type}/nowhere${part}`, {
          language: 'zh-Hans',
        });
        expect(response.status).toBe(404);
        expect(errorOf(response).message).toContain('nowhere');
      }
    }
  );

  it.each(['2026', 'x', '9999-01'])('refuse the month %p', async (month) => {
    for (const path of [`units/${library.documentId}`, `members/${colleague.documentId}`]) {
      const response = await office.get(`/points/${path}?month=${month}`);
      expect(response.status).toBe(400);
      expect(errorOf(response).message).toContain(month);
    }
  });

  it('keep what was circulated once the month is sealed', async () => {
    const before = await personOf(office, officer.record);
    const unit = await unitOf(office, library);
    await sealThrough(app, MONTH);
    const late = await app.make.submission({ units: [library], officers: [officer.record] });
    await app.make.adoption({ submission: late, channel: 'newsletter', adoptedOn: '2026-03-20' });
    const { months, person } = await personOf(office, officer.record);
    expect({ months, person }).toEqual({ months: before.months, person: before.person });
    const { parts, months: places } = await unitOf(office, library);
    expect({ parts, months: places }).toEqual({ parts: unit.parts, months: unit.months });
  });
});
