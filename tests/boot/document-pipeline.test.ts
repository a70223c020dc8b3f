import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { ROOT, startApp, type TestApp } from '../support';

const ARTICLE = 'api::article.article';

/** The steps that docs/architecture.md says a write passes, from top to bottom. */
const documentedSteps = (): string[] => {
  const text = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
  return [...text.matchAll(/^\| \d+ +\| `([\w-]+)` +\|/gm)].map(([, name = '']) => name);
};

/** Notes the name of each middleware that a write passes. Those of Strapi's own plugins have none. */
const followWrites = (
  strapi: Core.Strapi,
  passed: (action: string, name: string) => void
): void => {
  const use = strapi.documents.use.bind(strapi.documents);
  strapi.documents.use = (middleware) =>
    use((context, next) => {
      if (context.uid === ARTICLE && middleware.name !== '')
        passed(context.action, middleware.name);
      return middleware(context, next);
    });
};

describe('the path of a write', () => {
  let app: TestApp;
  const passed = new Map<string, string[]>();

  beforeAll(async () => {
    app = await startApp({
      beforeLoad: (strapi) =>
        followWrites(strapi, (action, name) => {
          passed.set(action, [...(passed.get(action) ?? []), name]);
        }),
    });
  });
  afterAll(() => app.stop());

  it('leads through the steps that the documentation names, in their order', async () => {
    const steps = documentedSteps();
    const articles = app.make.documents(ARTICLE);
    const { documentId } = await articles.create({
      data: { title: '群众文化活动', ...(await app.make.publishable()) },
    });
    await articles.publish({ documentId });
    await articles.findOne({ documentId });
    await articles.delete({ documentId });

    expect(steps).toHaveLength(14);
    for (const action of ['create', 'publish', 'findOne', 'delete']) {
      expect([action, passed.get(action)]).toEqual([action, steps]);
    }
  });
});
