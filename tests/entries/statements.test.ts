import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ownStatementsOf, ROOT, startApp, type Client, type TestApp } from '../support';

const ARTICLE = 'api::article.article';
const SUBMISSION = 'plugin::points.submission';

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

  const publish = (documentId: string): Promise<string[]> =>
    ownStatementsOf(app, async () => {
      const address = `/content-manager/collection-types/${ARTICLE}/${documentId}/actions/publish`;
      const { status } = await editor.post(address, {});
      expect(status).toBe(200);
    });

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
});
