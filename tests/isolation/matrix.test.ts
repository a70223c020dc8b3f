import type { Struct } from '@strapi/strapi';
import { bodyOf, type Client } from '../support';
import { makeWorld, SUBMISSION, WHOSE, type Whose, type World } from './world';

const ROLES = ['nobody', 'officer', 'leader', 'editor', 'office', 'super-admin'] as const;
type Role = (typeof ROLES)[number];

/** On no row, on those of the own unit (joint ones too), on all. */
type Extent = 'no' | 'own' | 'all';

/** Entries are the rows of every content type that comes from submissions, whichever there are. */
const CONTENT = `
type          verb     nobody  officer  leader  editor  office  super-admin
entry         read     no      own      own     all     all     all
entry         create   no      own      no      all     no      all
entry         update   no      own      own     all     no      all
entry         delete   no      no       no      all     no      all
entry         publish  no      no       no      all     all     all
submission    read     no      own      own     all     all     all
submission    create   no      own      no      all     all     all
submission    update   no      own      own     no      all     all
submission    delete   no      no       no      no      all     all
column        read     no      all      all     all     all     all
column        create   no      no       no      no      all     all
column        update   no      no       no      no      all     all
column        delete   no      no       no      no      all     all
unit          read     no      all      all     all     all     all
unit          create   no      no       no      no      all     all
unit          update   no      no       no      no      all     all
unit          delete   no      no       no      no      all     all
officer       read     no      all      all     all     all     all
officer       create   no      no       no      no      all     all
officer       update   no      no       no      no      all     all
officer       delete   no      no       no      no      all     all
adoption      read     no      no       no      no      all     all
adoption      create   no      no       no      no      all     all
adoption      update   no      no       no      no      all     all
adoption      delete   no      no       no      no      all     all
rule-set      read     no      no       no      no      all     all
rule-set      create   no      no       no      no      all     all
rule-set      update   no      no       no      no      all     all
rule-set      delete   no      no       no      no      all     all
word-rule     read     no      no       no      no      all     all
word-rule     create   no      no       no      no      all     all
word-rule     update   no      no       no      no      all     all
word-rule     delete   no      no       no      no      all     all
posting       read     no      no       no      no      no      all
posting       create   no      no       no      no      no      no
total         read     no      no       no      no      no      all
total         create   no      no       no      no      no      no
history-line  read     no      no       no      no      no      all
history-line  create   no      no       no      no      no      no
`;

const ROUTES = `
method  path                                                nobody  officer  leader  editor  office  super-admin
GET     /report                                             no      all      all     all     all     all
GET     /ledger                                             no      all      all     no      all     all
GET     /entries/:uid                                       no      all      all     all     all     all
GET     /entries/:uid/:documentId                           no      own      own     all     all     all
POST    /entries/:uid/:documentId/submission                no      own      no      all     all     all
POST    /adoptions                                          no      no       no      no      all     all
POST    /adoptions/:documentId/withdraw                     no      no       no      no      all     all
GET     /submissions/:documentId                            no      own      own     all     all     all
POST    /submissions/:documentId/actions/submit             no      own      no      no      no      all
POST    /submissions/:documentId/actions/request-signature  no      own      no      no      no      all
POST    /submissions/:documentId/actions/sign               no      no       own     no      no      all
POST    /submissions/:documentId/actions/withdraw           no      own      own     no      no      all
POST    /submissions/:documentId/actions/accept             no      no       no      no      all     all
POST    /submissions/:documentId/actions/return             no      no       no      no      all     all
POST    /submissions/:documentId/actions/decline            no      no       no      no      all     all
POST    /submissions/:documentId/actions/reopen             no      no       no      no      all     all
GET     /reconcile                                          no      no       no      no      all     all
GET     /units                                              no      all      all     all     all     all
`;

type Expected = Map<string, Record<Role, Extent>>;

const expectedOf = (table: string): Expected => {
  const [, ...lines] = table.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [first = '', second = '', ...cells] = line.split(/\s+/);
      const extents = Object.fromEntries(ROLES.map((role, index) => [role, cells[index]]));
      return [`${first} ${second}`, extents as Record<Role, Extent>];
    })
  );
};

const REFUSED: ReadonlySet<number> = new Set([401, 403, 404]);
const NONE = 'nosuchdocument0000000000';

describe('who may do what', () => {
  let world: World;
  let clients: Record<Role, Client>;
  let adoption: string;

  beforeAll(async () => {
    world = await makeWorld();
    const { api, make } = world.app;
    clients = {
      nobody: api.public,
      officer: world.officerA.client,
      leader: world.leaderA.client,
      editor: await api.as('editor'),
      office: await api.as('office'),
      'super-admin': await api.as('super-admin'),
    };
    const submission = await make.submission({ units: [world.units.b] });
    const made = await make.adoption({
      submission,
      channel: 'newsletter',
      adoptedOn: '2026-05-01',
    });
    adoption = made.documentId;
  });
  afterAll(() => world.app.stop());

  const typesOfSite = (): Struct.ContentTypeSchema[] =>
    Object.values(
      world.app.strapi.contentTypes as unknown as Record<string, Struct.ContentTypeSchema>
    ).filter(({ uid }) => /^(api|plugin::points)/.test(uid));

  const classOf = ({ uid, pluginOptions, modelName }: Struct.ContentTypeSchema): string =>
    uid.startsWith('api::') && pluginOptions?.points !== undefined ? 'entry' : modelName;

  const rowsOf = async (uid: string): Promise<Record<Whose, string>> => {
    const entries =
      uid === SUBMISSION
        ? world.submissions
        : world.entryTypes.find((type) => type.uid === uid)?.entries;
    if (entries) {
      const { own, joint, foreign } = entries;
      return { own: own.documentId, joint: joint.documentId, foreign: foreign.documentId };
    }
    const row = (await world.app.strapi.db.query(uid).findOne({})) as { documentId: string } | null;
    const documentId = row?.documentId ?? NONE;
    return { own: documentId, joint: documentId, foreign: documentId };
  };

  /** Whether a request got past who asks, and on to what it asks for. */
  const attempt = async (
    client: Client,
    verb: string,
    uid: string,
    documentId: string,
    whose: Whose
  ): Promise<boolean> => {
    const path = `/content-manager/collection-types/${uid}`;
    const isOwned = uid === SUBMISSION || world.entryTypes.some((type) => type.uid === uid);
    if (verb === 'delete' || verb === 'publish') {
      const { status } = await (verb === 'delete'
        ? client.delete(`${path}/${NONE}`)
        : client.post(`${path}/${NONE}/actions/publish`, {}));
      return status !== 401 && status !== 403;
    }
    if (verb === 'create') {
      const units = {
        own: [world.units.a],
        joint: [world.units.a, world.units.b],
        foreign: [world.units.b],
      };
      const body =
        uid === SUBMISSION
          ? {
              title: '新',
              category: 'culture-news',
              units: units[whose].map(({ documentId: unit }) => unit),
            }
          : isOwned
            ? { submission: world.submissions[whose].documentId }
            : {};
      const { status } = await client.post(path, body);
      return isOwned ? status < 400 : !REFUSED.has(status);
    }
    const { status } = await (verb === 'read'
      ? client.get(`${path}/${documentId}`)
      : client.put(`${path}/${documentId}`, {}));
    if (!isOwned && documentId === NONE) return status !== 401 && status !== 403;
    return !REFUSED.has(status);
  };

  const isIn = (extent: Extent, whose: Whose): boolean =>
    extent === 'all' || (extent === 'own' && whose !== 'foreign');

  it('on every content type, by the table', async () => {
    const expected = expectedOf(CONTENT);
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const type of typesOfSite()) {
      const rows = await rowsOf(type.uid);
      const kind = classOf(type);
      const lines = [...expected].filter(([name]) => name.startsWith(`${kind} `));
      if (lines.length === 0) wrong.push(`${type.uid} has no line in the table`);
      for (const [name, extents] of lines) {
        seen.add(name);
        const verb = name.split(' ')[1] ?? '';
        const asked = verb === 'delete' || verb === 'publish' ? (['own'] as const) : WHOSE;
        for (const role of ROLES) {
          for (const whose of asked) {
            const may = await attempt(clients[role], verb, type.uid, rows[whose], whose);
            if (may === isIn(extents[role], whose)) continue;
            wrong.push(`${type.uid} ${verb} ${whose}: ${role} ${may ? 'may' : 'may not'}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect([...expected.keys()].filter((name) => !seen.has(name))).toEqual([]);
  }, 900_000);

  it('on every route of the plugin, by the table', async () => {
    const expected = expectedOf(ROUTES);
    const { admin } = world.app.strapi.plugin('points').routes as unknown as {
      admin: { routes: Array<{ method: string; path: string }> };
    };
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { method, path } of admin.routes) {
      const name = `${method} ${path}`;
      seen.add(name);
      const extents = expected.get(name);
      if (!extents) {
        wrong.push(`${name} has no line in the table`);
        continue;
      }
      const documents = path.startsWith('/submissions') ? world.submissions : world.articles;
      for (const role of ROLES) {
        for (const whose of path.includes(':documentId') ? WHOSE : (['own'] as const)) {
          const documentId = path.startsWith('/adoptions') ? adoption : documents[whose].documentId;
          const address = `/points${path}`
            .replace(':uid', 'api::article.article')
            .replace(':documentId', documentId);
          const { status } = await clients[role].send(
            method,
            `${address}?period=2026&documentIds=${documentId}`,
            method === 'GET' ? undefined : '{}'
          );
          const may = !REFUSED.has(status);
          if (status < 500 && may === isIn(extents[role], whose)) continue;
          wrong.push(`${name} ${whose}: ${role} ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect([...expected.keys()].filter((name) => !seen.has(name))).toEqual([]);
  }, 600_000);

  it('keeps a piece whose author has left with the unit, and the unit from who has left', async () => {
    const { app, units } = world;
    const person = await app.make.person('officer', units.a);
    const path = `/content-manager/collection-types/${SUBMISSION}/${world.submissions.own.documentId}`;
    expect((await person.client.get(path)).status).toBe(200);
    await app.make
      .documents('plugin::points.officer')
      .update({ documentId: person.record.documentId, data: { activeTo: '2026-01-01' } });
    expect((await person.client.get(path)).status).toBe(404);
    const list = await person.client.get<{ pagination: { total: number } }>(
      `/content-manager/collection-types/${SUBMISSION}`
    );
    expect(bodyOf(list).pagination.total).toBe(0);
    const created = await person.client.post(`/content-manager/collection-types/${SUBMISSION}`, {
      title: '离任之后',
      category: 'culture-news',
    });
    expect(created.status).toBe(403);
  });
});
