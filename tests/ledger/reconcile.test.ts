import type { Knex } from 'knex';
import {
  connect,
  exactOf,
  reconcileOf,
  rowOf,
  runCommandOn,
  startApp,
  type CommandResult,
  type Document,
  type TestApp,
} from '../support';

// The command boots the application, four times.
jest.setTimeout(400_000);

const ARTICLE = 'api::article.article';

/** Publishing takes a fraction of it; who waited for a connection would wait a minute. */
const SOON = 15_000;

type Send = (this: unknown, connection: unknown, statement: { sql: string }) => Promise<unknown>;

interface Held {
  /** Ends when the statement that is held has come. */
  reached: Promise<void>;
  release: () => void;
  restore(): void;
}

interface Gate {
  opened: Promise<void>;
  open: () => void;
}

const newGate = (): Gate => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

/** Holds the first statement of the application that a pattern fits, in whichever transaction. */
const holdStatement = (app: TestApp, pattern: RegExp): Held => {
  const client = Object.getPrototypeOf(app.strapi.db.connection.client) as { _query: unknown };
  const send = client._query as Send;
  const reached = newGate();
  const released = newGate();
  let isHeld = false;
  const hold: Send = async function (connection, statement) {
    if (!isHeld && pattern.test(statement.sql)) {
      isHeld = true;
      reached.open();
      await released.opened;
    }
    return send.call(this, connection, statement);
  };
  client._query = hold;
  return {
    reached: reached.opened,
    release: released.open,
    restore: () => {
      client._query = send;
    },
  };
};

const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T | 'too late'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'too late'>((resolve) => {
    timer = setTimeout(() => resolve('too late'), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

describe('reconcile', () => {
  let app: TestApp;
  let raw: Knex;
  let units: [Document, Document];

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    await app.make.ruleSet();
    units = await app.make.units(2);
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });

  const draftOf = async (of: Document[] = units): Promise<Document> =>
    app.make.article({
      placement: 'headline',
      submission: await app.make.submission({ units: of }),
    });

  const publish = async ({ documentId }: Document): Promise<number> => {
    const office = await app.api.as('super-admin');
    const path = `/content-manager/collection-types/${ARTICLE}/${documentId}/actions/publish`;
    return (await office.post(path, {})).status;
  };

  it('sees one moment, and lets others publish while it reads', async () => {
    const article = await draftOf();
    expect(await publish(await draftOf())).toBe(200);
    await app.api.as('office');
    const held = holdStatement(app, /^select .id. from .points_bonuses. order by/);
    const reconciled = reconcileOf(app);
    try {
      await held.reached;
      expect(await within(SOON, publish(article))).toBe(200);
    } finally {
      held.release();
      held.restore();
    }
    expect(await reconciled).toMatchObject({ ok: true, checked: { entries: 1 } });
    expect(await reconcileOf(app)).toMatchObject({ ok: true, checked: { entries: 2 } });
  });

  describe('as a command, on a ledger that somebody damaged', () => {
    let before: string[];
    let entry: Document;

    const run = (...args: string[]): Promise<CommandResult> =>
      runCommandOn(app.database, 'reconcile', ...args);

    const earned = (): Promise<string[]> =>
      Promise.all(units.map((unit) => exactOf(app, unit, '2026')));

    /** As whoever owns the database can: the trigger is off meanwhile. */
    const deletePostings = async (where: object): Promise<void> => {
      const trigger = 'points_postings_no_delete';
      if (app.database.kind === 'postgres') {
        await raw.raw(`alter table points_postings disable trigger ${trigger}`);
        await raw('points_postings').where(where).delete();
        await raw.raw(`alter table points_postings enable trigger ${trigger}`);
        return;
      }
      const { sql } = (await raw('sqlite_master').where({ name: trigger }).first()) as {
        sql: string;
      };
      await raw.raw(`drop trigger ${trigger}`);
      await raw('points_postings').where(where).delete();
      await raw.raw(sql);
    };

    const countOf = async (where: object): Promise<number> =>
      (await raw('points_postings').where(where)).length;

    beforeAll(async () => {
      entry = await draftOf();
      expect(await publish(entry)).toBe(200);
      before = await earned();
    });

    it('finds what is missing and changes nothing', async () => {
      await deletePostings({ entry_document_id: entry.documentId, unit_id: units[1].id });
      await raw('points_totals').update({ amount: 1 });
      expect(await earned()).not.toEqual(before);
      const { code, output } = await run();
      expect(code).toBe(1);
      expect(output).toMatch(/posting of submission \w+, site\.headline: /);
      expect(output).toMatch(/total 2\d{3}.* recorded .*, by the ledger /);
      expect(await countOf({ entry_document_id: entry.documentId })).toBe(1);
      expect(await reconcileOf(app)).toMatchObject({ ok: false });
    });

    it('mends it with --repair, once', async () => {
      const { code, output } = await run('--repair');
      expect([code, output]).toEqual([0, expect.stringContaining('The ledger agrees.')]);
      expect(await countOf({ entry_document_id: entry.documentId })).toBe(2);
      expect(await countOf({ entry_document_id: entry.documentId, cause: 'reconcile' })).toBe(1);
      expect(await earned()).toEqual(before);
      expect(await reconcileOf(app)).toMatchObject({ ok: true });
      const postings = await countOf({});
      expect((await run('--repair')).code).toBe(0);
      expect(await countOf({})).toBe(postings);
    });

    it('leaves to a person an entry whose whole award is gone', async () => {
      await deletePostings({ entry_document_id: entry.documentId });
      const { code, output } = await run('--repair');
      expect([code, output]).toEqual([1, expect.stringContaining('(never-awarded)')]);
      expect(await countOf({ entry_document_id: entry.documentId })).toBe(0);
      expect((await rowOf(app, units[0], '2026')).exact).not.toBe(before[0]);
      const { totals } = await reconcileOf(app);
      expect(totals).toEqual([]);
    });
  });
});
