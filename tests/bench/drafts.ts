import { makeFile, type Document, type TestApp } from '../support';

const ARTICLE = 'api::article.article';

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

const body = Array.from({ length: 4 }, (_, index) =>
  paragraph(`${index + 1}、${'市文化馆组织开展系列群众文化活动，受到市民欢迎。'.repeat(6)}`)
);

interface Wanted {
  count: number;
  /** How many units contribute to each; without any it has no submission and no placement. */
  unitCount?: number;
  /** What else each of them says. */
  data?: Record<string, unknown>;
}

/**
 * Drafts that are alike but for the number of units that contributed, each an ordinary piece of
 * news: summary, four paragraphs, cover and two pictures.
 *
 * @param units those that contribute in turn
 * @returns their documentIds
 */
export const makeDrafts = async (
  app: TestApp,
  units: readonly Document[],
  { count, unitCount = 0, data }: Wanted
): Promise<string[]> => {
  const file = (): Promise<number> => makeFile(app.strapi, '活动照片', 'image/png');
  const [cover, ...pictures] = [await file(), await file(), await file()];
  const provenanceOf = async (index: number): Promise<object> => {
    if (unitCount === 0) return {};
    const first = index % (units.length - unitCount);
    const contributors = units.slice(first, first + unitCount);
    const submission = await app.make.submission({ units: contributors });
    return { placement: 'dynamics', submission: submission.documentId };
  };
  const documentIds: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { documentId } = await app.make.documents(ARTICLE).create({
      data: {
        title: `群众文化活动第${index + 1}场`,
        summary: '市文化馆组织开展系列群众文化活动，受到市民欢迎。',
        body,
        cover,
        pictures,
        ...(await provenanceOf(index)),
        ...data,
      },
    });
    documentIds.push(documentId);
  }
  return documentIds;
};

/** What the office does before an editor publishes: it accepts (§五). */
export const acceptAll = async (app: TestApp): Promise<void> => {
  await app.strapi.db
    .query('plugin::points.submission')
    .updateMany({ where: { state: 'submitted' }, data: { state: 'accepted' } });
};
