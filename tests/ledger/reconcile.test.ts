import type { Knex } from 'knex';
import { connect, reconcileOf, startApp, type Document, type TestApp } from '../support';

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
    const held = holdStatement(app, /^select \* from .points_totals./);
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
});
