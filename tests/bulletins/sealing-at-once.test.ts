import type { Knex } from 'knex';
import {
  connect,
  createDatabase,
  databaseKind,
  errorOf,
  reconcileOf,
  ROOT,
  sealThrough,
  sendingBy,
  startApp,
  startInstance,
  verificationOf,
  type Document,
  type Instance,
  type TestApp,
  type TestDatabase,
} from '../support';

// Several boots of further processes.
jest.setTimeout(600_000);

const MONTH = '2026-01';
const DAY = '2026-01-20';
const PIECES = 30;

/** Mails are written and none is sent: nobody listens there, and nothing is due. */
const MAIL = sendingBy(9);
const HEADS = 12;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const idsOf = (documents: readonly Document[]): string[] =>
  documents.map(({ documentId }) => documentId);

const prepare = async (app: TestApp, pieces: number): Promise<string[]> => {
  await app.make.ruleSet();
  const units = await app.make.units(2);
  const submissions: Document[] = [];
  for (let count = 0; count <= pieces; count += 1) {
    submissions.push(await app.make.submission({ units }));
  }
  const [first, ...others] = submissions;
  // Of January there is something, so that it is the month to be sealed.
  await app.make.adoption({ submission: first!, channel: 'newsletter', adoptedOn: DAY });
  return idsOf(others);
};

const makeHeads = async (app: TestApp): Promise<void> => {
  for (const [index, { documentId }] of (await app.make.units(HEADS)).entries()) {
    await app.make.documents('plugin::points.unit').update({
      documentId,
      data: { headName: `负责人${index}`, headMail: `head${index}@example.test` },
    });
  }
};

/** What issuing wrote of a bulletin. */
const issuedOf = async (
  raw: Knex,
  bulletin: string
): Promise<{ isIssued: boolean; receipts: number; heads: string[]; mails: string[] }> => {
  const rows = await raw<{ role: string; document_id: string; mail: string | null }>(
    'points_bulletin_receipts'
  )
    .select('role', 'document_id', 'mail')
    .where('bulletin_document_id', bulletin);
  const heads = rows.flatMap(({ document_id, mail, role }) =>
    role === 'head' && mail !== null ? [{ document_id, mail }] : []
  );
  const keys = heads.map(({ document_id }) => document_id);
  const mails: Array<{ key: string; recipient: string }> = await raw('mail_messages').select(
    'key',
    { recipient: 'recipient_address' }
  );
  const issued = await raw('points_bulletin_drafts')
    .where({ bulletin })
    .whereNotNull('issued_at')
    .pluck('id');
  return {
    isIssued: issued.length > 0,
    receipts: rows.length,
    heads: heads.map(({ mail }) => mail).sort(),
    mails: mails
      .filter(({ key }) => keys.some((each) => key.includes(each)))
      .map(({ recipient }) => recipient)
      .sort(),
  };
};

const EVERY_HEAD = Array.from({ length: HEADS }, (_, index) => `head${index}@example.test`).sort();

const NOTHING = { isIssued: false, receipts: 0, heads: [], mails: [] };

/** Whoever works with it is told beside the heads: nobody has an account here. */
const ALL = {
  isIssued: true,
  receipts: expect.any(Number) as number,
  heads: EVERY_HEAD,
  mails: EVERY_HEAD,
};

const requireAgreement = async (app: TestApp, raw: Knex): Promise<void> => {
  expect(await verificationOf(app)).toMatchObject({ ok: true, bulletins: [] });
  expect(await reconcileOf(app)).toMatchObject({ ok: true });
  const [bulletin] = (await raw('points_bulletins').where('month', MONTH)) as [
    { sequence: number; postings: string },
  ];
  const sealed = await raw('points_postings').where('month', MONTH).pluck<number[]>('sequence');
  expect(Math.max(...sealed)).toBeLessThanOrEqual(bulletin.sequence);
  expect(JSON.parse(bulletin.postings)).toHaveLength(sealed.length);
};

describe(`sealing while adoptions of the month are recorded (${
  databaseKind() === 'postgres' ? 'by two instances' : 'by one instance: SQLite has no second'
})`, () => {
  let app: TestApp;
  let raw: Knex;
  let instances: Instance[] = [];

  beforeAll(async () => {
    app = await startApp({ environment: MAIL });
    raw = connect(app.database);
    if (app.database.kind !== 'postgres') return;
    const start = () => startInstance(app.database, ROOT, MAIL);
    instances = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
    await raw.destroy();
    await app.stop();
  });

  /** Seals by two at once while adoptions are recorded; gives what each of the two was told. */
  const sealAtOnce = async (submissions: string[]): Promise<Array<string | null>> => {
    const [one, other] = instances;
    if (one && other) {
      const half = submissions.length / 2;
      const recorded = [
        one.adopt(submissions.slice(0, half), DAY),
        other.adopt(submissions.slice(half), DAY),
      ];
      const told = await Promise.all([one.seal(MONTH), other.seal(MONTH)]);
      expect(await Promise.all(recorded)).toEqual([[], []]);
      return told;
    }
    const office = await app.api.as('office');
    const seal = async (): Promise<string | null> => {
      const { status } = await office.post('/points/bulletins', { month: MONTH });
      return status === 201 ? null : String(status);
    };
    const recorded = submissions.map((documentId) =>
      app.make.adoption({ submission: { documentId }, channel: 'newsletter', adoptedOn: DAY })
    );
    const told = await Promise.all([seal(), seal()]);
    await Promise.all(recorded);
    return told;
  };

  /** Issues by two at once; gives what each of the two was told. */
  const issueAtOnce = async (documentId: string): Promise<Array<string | null>> => {
    const [one, other] = instances;
    if (one && other) return Promise.all([one.issue(documentId), other.issue(documentId)]);
    const office = await app.api.as('office');
    const issue = async (): Promise<string | null> => {
      const response = await office.post(`/points/bulletins/${documentId}/issue`);
      return response.status === 201 ? null : errorOf(response).message;
    };
    return Promise.all([issue(), issue()]);
  };

  it('lets nothing in afterwards, and seals once', async () => {
    const submissions = await prepare(app, PIECES);
    const told = await sealAtOnce(submissions);
    expect(told.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(await raw('points_bulletins').pluck('month')).toEqual([MONTH]);
    await requireAgreement(app, raw);
    const months = await raw('points_postings').distinct('month').orderBy('month').pluck('month');
    expect(months.every((month: string) => month === MONTH || month === '2026-02')).toBe(true);
    expect(await raw('points_postings').whereNot('belongs_to', MONTH)).toEqual([]);
  });

  it('issues its bulletin once, and tells the other in words', async () => {
    await makeHeads(app);
    const { documentId } = await sealThrough(app, '2026-02');
    const told = await issueAtOnce(documentId);
    expect(told.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(told.find((refusal) => refusal !== null)).toMatch(
      /2026-02.*(?:issued by|已由)|changed since|已.*修改/
    );
    expect(await issuedOf(raw, documentId)).toEqual(ALL);
  });
});

describe('a process killed while it seals', () => {
  let database: TestDatabase;
  let raw: Knex;
  let submissions: string[];

  beforeAll(async () => {
    database = await createDatabase();
    const app = await startApp({ database });
    submissions = await prepare(app, PIECES);
    for (const documentId of submissions) {
      await app.make.adoption({
        submission: { documentId },
        channel: 'newsletter',
        adoptedOn: DAY,
      });
    }
    await app.close();
    raw = connect(database);
  });
  afterAll(async () => {
    await raw.destroy();
    await database.drop();
  });

  it.each([5, 30, 90])('after %i ms has sealed the month whole, or not at all', async (delay) => {
    const instance = await startInstance(database);
    const sealing = instance.seal(MONTH).catch(() => null);
    await wait(delay);
    await instance.kill();
    await sealing;
    const sealed = await raw('points_bulletins').pluck('month');
    const counted = await raw('points_submissions').whereNotNull('counted_in').pluck('id');
    expect([[], [MONTH]]).toContainEqual(sealed);
    // All arrived in January: it counts them with its seal, or none.
    expect(counted).toHaveLength(sealed.length > 0 ? PIECES + 1 : 0);
    const app = await startApp({ database });
    try {
      expect(await verificationOf(app)).toMatchObject({ ok: true });
      if (sealed.length > 0) await requireAgreement(app, raw);
    } finally {
      await app.close();
    }
  });
});

describe('a process killed while it issues', () => {
  /** The first is issued whole, and tells how long it takes; the others are killed in the middle. */
  const MONTHS = ['2026-01', '2026-02', '2026-03'];
  let database: TestDatabase;
  let raw: Knex;
  const bulletins: string[] = [];

  beforeAll(async () => {
    database = await createDatabase();
    const app = await startApp({ database });
    await prepare(app, 0);
    await makeHeads(app);
    for (const month of MONTHS) bulletins.push((await sealThrough(app, month)).documentId);
    await app.close();
    raw = connect(database);
  });
  afterAll(async () => {
    await raw.destroy();
    await database.drop();
  });

  const start = (): Promise<Instance> => startInstance(database, ROOT, MAIL);

  it('has told every head once, or nobody, and issues the rest when it is back', async () => {
    let instance = await start();
    const [first = '', ...rest] = bulletins;
    const began = performance.now();
    expect(await instance.issue(first)).toBeNull();
    const took = performance.now() - began;
    expect(await issuedOf(raw, first)).toEqual(ALL);
    for (const bulletin of rest) {
      const issuing = instance.issue(bulletin).catch(() => null);
      // Most of it is the making of the file: the writing comes at its end.
      await wait(took * (0.4 + Math.random() * 0.7));
      await instance.kill();
      await issuing;
      expect([NOTHING, ALL]).toContainEqual(await issuedOf(raw, bulletin));
      instance = await start();
    }
    try {
      for (const bulletin of rest) {
        const wasIssued = (await issuedOf(raw, bulletin)).isIssued;
        const told = await instance.issue(bulletin);
        expect(told === null).toBe(!wasIssued);
        expect(await issuedOf(raw, bulletin)).toEqual(ALL);
      }
    } finally {
      await instance.stop();
    }
  });
});
