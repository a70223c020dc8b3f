import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ownStatementsOf,
  ROOT,
  startApp,
  statementsOf,
  type Client,
  type TestApp,
} from '../support';

const ARTICLE = 'api::article.article';
const SUBMISSION = 'plugin::points.submission';

/** Tables that have a row for each piece, entry, file or line of the ledger. */
const GROWING =
  /^(articles|files|published_addresses|site_search|points_(submissions|adoptions|postings|totals|kept_files))(_\w+)?$/;

/** The most statements of ours by what is published, as docs/benchmarks.md says. */
const bounds = (): Map<string, number> => {
  const text = readFileSync(path.join(ROOT, 'docs/benchmarks.md'), 'utf8');
  const rows = text.matchAll(/^\| ([\w ,]+?) +\| +(\d+) \|$/gm);
  return new Map([...rows].map(([, what = '', most]) => [what, Number(most)]));
};

describe('what a publication sends to the database', () => {
  let app: TestApp;
  let editor: Client;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    editor = await app.api.as('editor');
    // What the application reads once is not what a publication costs.
    await publish(await makeArticle(false));
  });
  afterAll(() => app.stop());

  /** An article with a cover, of a submission that is accepted already, or of none. */
  const makeArticle = async (hasSubmission: boolean): Promise<string> => {
    const submission = hasSubmission
      ? await app.make.submission({ units: await app.make.units(2) })
      : null;
    if (submission) {
      await app.strapi.db.query(SUBMISSION).update({
        where: { documentId: submission.documentId },
        data: { state: 'accepted' },
      });
    }
    const article = await app.make.article({ placement: 'dynamics', submission });
    return article.documentId;
  };

  const sendPublication = async (documentId: string): Promise<void> => {
    const address = `/content-manager/collection-types/${ARTICLE}/${documentId}/actions/publish`;
    const { status } = await editor.post(address, {});
    expect(status).toBe(200);
  };

  const publish = (documentId: string): Promise<string[]> =>
    ownStatementsOf(app, () => sendPublication(documentId));

  /** Statements without which there was no publication, or which were not seen. */
  const expectSeen = (statements: readonly string[], tables: readonly string[]): void => {
    for (const table of tables) {
      expect(statements).toContainEqual(expect.stringMatching(`insert into \\W?${table}\\b`));
    }
  };

  const expectWithin = (statements: readonly string[], what: string): void => {
    const most = bounds().get(what);
    if (most === undefined) throw new Error(`docs/benchmarks.md has no bound for "${what}".`);
    if (statements.length <= most) return;
    throw new Error(
      [`${statements.length} statements, at most ${most}:`, ...statements].join('\n')
    );
  };

  it('is little without an award', async () => {
    const statements = await publish(await makeArticle(false));
    expectSeen(statements, ['site_search', 'published_addresses']);
    expectWithin(statements, 'without an award');
  });

  it('is little with an award', async () => {
    const statements = await publish(await makeArticle(true));
    expectSeen(statements, ['site_search', 'published_addresses', 'points_postings']);
    expectWithin(statements, 'with an award');
  });

  it('is less for what was published before', async () => {
    const documentId = await makeArticle(true);
    await publish(documentId);
    const statements = await publish(documentId);
    expectSeen(statements, ['site_search']);
    expectWithin(statements, 'published before');
  });

  it('is hardly anything for a save', async () => {
    const documentId = await makeArticle(false);
    const statements = await ownStatementsOf(app, async () => {
      const address = `/content-manager/collection-types/${ARTICLE}/${documentId}`;
      const { status } = await editor.put(address, { summary: '周末的群众文化活动' });
      expect(status).toBe(200);
    });
    expectWithin(statements, 'a save of a draft');
  });

  /** Tables with a row for each piece, entry, file or posting, which a statement reads from end to end. */
  const scansOf = async (statement: string): Promise<string[]> => {
    const plan: Array<{ detail: string }> = await app.strapi.db.connection.raw(
      `explain query plan ${statement}`,
      (statement.match(/\?/g) ?? []).map(() => '1')
    );
    const names = [...statement.matchAll(/[\s"`](\w+)[`"]? as [`"]?(\w+)/g)];
    const tableOf = new Map(names.map(([, table = '', alias = '']) => [alias, table]));
    return plan.flatMap(({ detail }) => {
      const [, name = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
      const table = tableOf.get(name) ?? name;
      return GROWING.test(table) ? [`${table}: ${statement.slice(0, 200)}`] : [];
    });
  };

  // PostgreSQL chooses by sizes, and would read the few rows here whole; it has the same indexes.
  if (process.env.POINTS_TEST_DATABASE !== 'postgres') {
    it('reads no table whole that grows', async () => {
      const documentId = await makeArticle(true);
      const statements = await statementsOf(app, () => sendPublication(documentId));
      const read = [...statements].filter((text) => /^(select|with)\b/i.test(text));
      expect(read.length).toBeGreaterThan(10);
      expect((await Promise.all(read.map(scansOf))).flat()).toEqual([]);
    });
  }
});
