import type { Knex } from 'knex';
import {
  bodyOf,
  connect,
  databaseKind,
  entryStates,
  errorOf,
  startApp,
  type ApiResponse,
  type Client,
  type EntryState,
  type TestApp,
} from '../support';

// Boots and, on SQLite, waits for what is locked.
jest.setTimeout(400_000);

const ARTICLE = 'api::article.article';

/** How long the application waits for another process's writing, in milliseconds. */
const BUSY = 2000;

const SENTENCES = {
  busy: [
    'The database is busy, and nothing was changed. Please try again in a moment.',
    '数据库正忙，没有任何改动，请稍后再试。',
  ],
  unsaved: [
    'This could not be saved, and nothing was changed. Please try again in a moment.',
    '未能保存，没有任何改动，请稍后再试。',
  ],
  unknown: [
    'The connection to the database was lost while saving. It is not known whether this was saved: reload and look before you try again.',
    '保存时与数据库的连接中断，无法确定是否已经保存：请先刷新查看，再决定是否重试。',
  ],
  unavailable: [
    'The database cannot be used at the moment. Please try again in a little while; if this lasts, tell whoever runs the server.',
    '数据库暂时无法使用，请稍后再试；若持续如此，请联系系统管理员。',
  ],
} as const;

const LANGUAGES = ['en', 'zh-CN'] as const;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a piece of work fails with, by name; the application's errors are of another realm than Jest's. */
const failureOf = async (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`
  );

let app: TestApp;
let office: Client;
let raw: Knex;

beforeAll(async () => {
  app = await startApp({
    environment: { DATABASE_BUSY_TIMEOUT: String(BUSY) },
    logLevel: 'silent',
  });
  await app.make.ruleSet();
  office = await app.api.as('super-admin');
  raw = connect(app.database);
});
afterAll(async () => {
  await raw.destroy();
  await app.stop();
});

const makeDraft = async (): Promise<string> => {
  const submission = await app.make.submission({ units: await app.make.units(1) });
  return (await app.make.article({ placement: 'headline', submission })).documentId;
};

const publish = (documentId: string, language = 'en'): Promise<ApiResponse<unknown>> =>
  office.post(
    `/content-manager/collection-types/${ARTICLE}/${documentId}/actions/publish`,
    {},
    { language }
  );

const stateOf = async (documentId: string): Promise<EntryState | undefined> =>
  (await entryStates(raw)).find((state) => state.documentId === documentId);

const expectUnpublished = async (documentId: string): Promise<void> => {
  expect(await stateOf(documentId)).toMatchObject({ published: 0, net: 0, standing: 0 });
};

/** What failed before goes through, once, and the ledger agrees. */
const expectRecovered = async (documentId: string): Promise<void> => {
  expect((await app.api.public.get('/api/articles')).status).toBe(200);
  bodyOf(await publish(documentId));
  expect(await stateOf(documentId)).toMatchObject({ published: 1, net: 300, standing: 1 });
  const { data } = bodyOf(await office.get<{ data: unknown }>('/points/reconcile'));
  expect(data).toMatchObject({ ok: true });
};

const expectUnavailable = (
  response: ApiResponse<unknown>,
  sentences: readonly string[],
  language: (typeof LANGUAGES)[number]
): void => {
  expect(errorOf(response)).toMatchObject({
    status: 503,
    message: sentences[LANGUAGES.indexOf(language)],
  });
  expect(response.headers.get('retry-after')).toBe('5');
};

interface Hooks {
  trx: Knex.Transaction;
  onCommit: (callback: () => unknown) => void;
}

const inTransaction = (work: (hooks: Hooks) => Promise<unknown>): Promise<unknown> =>
  app.strapi.db.transaction(work as never);

const describeSqlite = (): void => {
  /** SQLite changes it for whoever has the file alone. */
  const setJournal = async (mode: string): Promise<void> => {
    await raw.destroy();
    await app.strapi.db.connection.raw(`pragma journal_mode = ${mode}`);
    raw = connect(app.database);
  };

  /** What a backup or a database browser does. */
  const whileRead = async <T>(work: () => Promise<T>): Promise<T> => {
    await raw.raw('begin');
    await raw('points_postings').count('*');
    try {
      return await work();
    } finally {
      await raw.raw('rollback');
    }
  };

  const whileWritten = async <T>(work: () => Promise<T>): Promise<T> => {
    await raw.raw('begin immediate');
    try {
      return await work();
    } finally {
      await raw.raw('rollback');
    }
  };

  it('publishes while another process reads', async () => {
    const documentId = await makeDraft();
    expect((await whileRead(() => publish(documentId))).status).toBe(200);
    expect(await stateOf(documentId)).toMatchObject({ published: 1, net: 300 });
  });

  it.each(LANGUAGES)(
    'tells a commit that a reader of a file without write-ahead log holds up, in %s',
    async (language) => {
      const documentId = await makeDraft();
      await setJournal('delete');
      try {
        const response = await whileRead(() => publish(documentId, language));
        expectUnavailable(response, SENTENCES.unsaved, language);
        await expectUnpublished(documentId);
        await expectRecovered(documentId);
      } finally {
        await setJournal('wal');
      }
    }
  );

  it('commits once the reader of a file without write-ahead log is done', async () => {
    const documentId = await makeDraft();
    await setJournal('delete');
    try {
      const reading = whileRead(() => wait(BUSY / 3));
      await wait(20);
      const [response] = await Promise.all([publish(documentId), reading]);
      expect(response.status).toBe(200);
    } finally {
      await setJournal('wal');
    }
    expect(await stateOf(documentId)).toMatchObject({ published: 1, net: 300 });
  });

  it('runs nothing that waits for a commit which failed', async () => {
    await setJournal('delete');
    let ran = 0;
    try {
      const failure = await whileRead(() =>
        failureOf(
          inTransaction(async ({ trx, onCommit }) => {
            onCommit(() => (ran += 1));
            await trx('points_units').update({ name: '另名' });
          })
        )
      );
      expect(failure).toMatch(/^CommitError/);
    } finally {
      await setJournal('wal');
    }
    expect(ran).toBe(0);
    expect(await raw('points_units').where({ name: '另名' })).toEqual([]);
  });

  it.each(LANGUAGES)(
    'tells that another process has been writing too long, and shows visitors their pages meanwhile, in %s',
    async (language) => {
      const documentId = await makeDraft();
      await whileWritten(async () => {
        const publishing = publish(documentId, language);
        let isAnswered = false;
        const answered = publishing.then(() => (isAnswered = true));
        expect((await app.api.public.get('/api/articles')).status).toBe(200);
        expect((await office.get('/points/desk')).status).toBe(200);
        expect(isAnswered).toBe(false);
        await answered;
        expectUnavailable(await publishing, SENTENCES.busy, language);
      });
      await expectUnpublished(documentId);
      await expectRecovered(documentId);
    }
  );

  it('publishes all of twenty at once as soon as another process has written', async () => {
    const documentIds = [];
    for (let count = 0; count < 20; count += 1) documentIds.push(await makeDraft());
    const writing = whileWritten(() => wait(BUSY / 3));
    await wait(20);
    const [responses] = await Promise.all([
      Promise.all(documentIds.map((documentId) => publish(documentId))),
      writing,
    ]);
    expect(responses.map(({ status }) => status)).toEqual(documentIds.map(() => 200));
  });

  it('waits with a single statement too, and tells when that was not enough', async () => {
    const write = (): Promise<unknown> =>
      Promise.resolve(app.strapi.db.connection('points_units').update({ sign_off: false }));
    const writing = whileWritten(() => wait(BUSY / 3));
    await wait(20);
    await Promise.all([write(), writing]);
    const failure = await whileWritten(() => failureOf(write()));
    expect(failure).toMatch(/database is locked/);
  });
};

const describePostgres = (): void => {
  /** Ends connections of the application that run a statement which begins so. */
  const cut = async (beginning: string): Promise<number> => {
    const { rows } = await raw.raw<{ rows: unknown[] }>(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and state = 'active' and query ilike ?`,
      [`${beginning}%`]
    );
    return rows.length;
  };

  const cutOnceThere = async (beginning: string): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await cut(beginning)) > 0) return;
      await wait(20);
    }
    throw new Error(`Nobody ran ${beginning}.`);
  };

  /** Lets a transaction that appends a posting run `statement` in its commit. */
  const duringCommit = async <T>(statement: string, work: () => Promise<T>): Promise<T> => {
    await raw.raw(
      `create function suite_during_commit() returns trigger language plpgsql as
         $$ begin ${statement}; return null; end $$`
    );
    await raw.raw(
      `create constraint trigger suite_during_commit after insert on points_postings
         deferrable initially deferred for each row execute function suite_during_commit()`
    );
    try {
      return await work();
    } finally {
      await raw.raw('drop function suite_during_commit() cascade');
    }
  };

  it.each(LANGUAGES)(
    'tells a connection that is cut during the commit, in %s',
    async (language) => {
      const documentId = await makeDraft();
      const [response] = await duringCommit('perform pg_sleep(5)', () =>
        Promise.all([publish(documentId, language), cutOnceThere('commit')])
      );
      expectUnavailable(response, SENTENCES.unknown, language);
      await expectUnpublished(documentId);
      await expectRecovered(documentId);
    }
  );

  it.each(LANGUAGES)('tells a commit that the database refuses, in %s', async (language) => {
    const documentId = await makeDraft();
    const response = await duringCommit(`raise exception 'refused'`, () =>
      publish(documentId, language)
    );
    expectUnavailable(response, SENTENCES.unsaved, language);
    await expectUnpublished(documentId);
    await expectRecovered(documentId);
  });

  it.each(LANGUAGES)('tells a connection that is cut while publishing, in %s', async (language) => {
    const documentId = await makeDraft();
    const lock = await raw.transaction();
    await lock.raw('select pg_advisory_xact_lock(720260801)');
    const publishing = publish(documentId, language);
    await cutOnceThere('select pg_advisory_xact_lock');
    await lock.rollback();
    expectUnavailable(await publishing, SENTENCES.unavailable, language);
    await expectUnpublished(documentId);
    await expectRecovered(documentId);
  });

  it('runs nothing that waits for a commit before which the connection was cut', async () => {
    let ran = 0;
    const failure = await failureOf(
      inTransaction(async ({ trx, onCommit }) => {
        onCommit(() => (ran += 1));
        const { rows } = await trx.raw<{ rows: Array<{ pid: number }> }>(
          'select pg_backend_pid() as pid'
        );
        await raw.raw('select pg_terminate_backend(?)', [rows[0]?.pid ?? 0]);
      })
    );
    expect(failure).toMatch(/^CommitError/);
    expect(ran).toBe(0);
  });

  it('tells that nothing was saved where a failed statement was passed over', async () => {
    const failure = await failureOf(
      inTransaction(async ({ trx }) => {
        await trx.raw('select * from nowhere').catch(() => undefined);
      })
    );
    expect(failure).toMatch(/^CommitError: .*nothing of it was saved\.$/);
  });
};

describe('a commit', () => {
  if (databaseKind() === 'sqlite') describeSqlite();
  else describePostgres();

  it('stays one where what follows it fails', async () => {
    const documentId = await makeDraft();
    await inTransaction(async ({ trx, onCommit }) => {
      onCommit(() => {
        throw new Error('The suite’s own.');
      });
      onCommit(() => Promise.reject(new Error('The suite’s own, later.')));
      await trx('articles').where({ document_id: documentId }).update({ title: '改过的标题' });
    });
    expect(await raw('articles').where({ document_id: documentId }).first()).toMatchObject({
      title: '改过的标题',
    });
  });
});
