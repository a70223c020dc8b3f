import { up } from '../../database/migrations/2026.11.27T00.00.00.fill-what-came-later';
import { bodyOf, errorOf, type ApiResponse, type Client, type Document } from '../support';
import type { World } from './world';

const OFFICER = 'plugin::points.officer';
const LIST = `/content-manager/collection-types/${OFFICER}`;
const PICKER = `/content-manager/relations/${OFFICER}`;

interface Found {
  results: Array<Record<string, unknown>>;
}

/** The suites of officers and leaders, about a world that they add units to. */
export const people = (worldOf: () => World): void => {
  let world: World;
  let office: Client;
  let unit: Document;

  beforeAll(async () => {
    world = worldOf();
    office = await world.app.api.as('office');
  });
  beforeEach(async () => {
    unit = await world.app.make.unit();
  });

  const register = (
    name: string,
    values: object = { post: 'leader' },
    language = 'en'
  ): Promise<ApiResponse<{ data: Document }>> =>
    office.post(
      LIST,
      { name, unit: { connect: [{ documentId: unit.documentId }] }, ...values },
      { language }
    );

  it('are officers unless told, and as many as the unit likes', async () => {
    for (const name of ['甲', '乙']) {
      expect(bodyOf(await register(name, {})).data.post).toBe('officer');
    }
    const other = errorOf(await register('丙', { post: 'chief' }));
    expect(other).toMatchObject({ status: 400 });
    expect(other.message).toMatch(/post.*officer.*leader/);
  });

  it('have one leader at a time', async () => {
    bodyOf(await register('顾明远', { post: 'leader', activeTo: '2026-06-30' }));
    const early = await register('林海', { post: 'leader', activeFrom: '2026-06-30' });
    expect(errorOf(early).message).toMatch(
      /“顾明远” is this unit's leader in the same time \(post\)/
    );
    const said = await register('林海', { post: 'leader' }, 'zh-Hans');
    expect(errorOf(said).message).toMatch(/^这个单位同期已有分管领导“顾明远”（职务 post）/);
    const next = { post: 'leader', activeFrom: '2026-07-01' };
    expect(bodyOf(await register('林海', next)).data.post).toBe('leader');
  });

  it('have one leader, also when an officer becomes it or dates are changed', async () => {
    const first = bodyOf(await register('甲', { post: 'leader', activeTo: '2026-06-30' })).data;
    const second = bodyOf(await register('乙', {})).data;
    const promoted = await office.put(`${LIST}/${second.documentId}`, { post: 'leader' });
    expect(errorOf(promoted)).toMatchObject({ status: 400 });
    const later = { post: 'leader', activeFrom: '2026-07-01' };
    bodyOf(await office.put(`${LIST}/${second.documentId}`, later));
    const longer = await office.put(`${LIST}/${first.documentId}`, { activeTo: null });
    expect(errorOf(longer).message).toMatch(/“乙”/);
  });

  it('have one leader of two that are registered at once', async () => {
    const answers = await Promise.all(['甲', '乙', '丙'].map((name) => register(name)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
  });

  it('got the post of their role where they had none', async () => {
    const { app, leaderA, officerA } = world;
    const postOf = async (documentId: string): Promise<unknown> =>
      (await app.make.documents(OFFICER).findOne({ documentId }))?.post;
    const untied = bodyOf(await register('甲')).data;
    await app.strapi.db.connection('points_officers').update({ post: null });
    await app.strapi.db.connection.transaction(up);
    expect(await postOf(leaderA.record.documentId)).toBe('leader');
    expect(await postOf(officerA.record.documentId)).toBe('officer');
    expect(await postOf(untied.documentId)).toBe('officer');
  });

  it('are tied by the office to a login that it can tell from others', async () => {
    const { account, record } = world.officerA;
    const found = bodyOf(
      await office.get<Found>(`${PICKER}/account?_q=${account.email.slice(0, 8)}`)
    );
    expect(found.results).toEqual([
      expect.objectContaining({ id: account.id, email: account.email }),
    ]);
    const tied = bodyOf(await office.get<Found>(`${PICKER}/${record.documentId}/account`));
    expect(tied.results).toEqual([
      expect.objectContaining({ id: account.id, email: account.email }),
    ]);
    const shown = await office.get(`/content-manager/content-types/${OFFICER}/configuration`);
    expect(shown.body).toMatchObject({
      data: { contentType: { metadatas: { account: { edit: { mainField: 'email' } } } } },
    });
    for (const text of [JSON.stringify(found), JSON.stringify(tied)]) {
      expect(text).not.toMatch(/password|token/i);
    }
  });
};
