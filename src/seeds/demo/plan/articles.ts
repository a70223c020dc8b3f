import { PLACEMENTS } from '../../../plugins/points/server/src/public';
import { addDays } from '../calendar';
import type { Random } from '../random';
import { inventStory } from '../texts/bodies';
import { chooseWords } from '../texts/titles';
import { UNITS } from '../units';
import { placementFor } from './fates';
import type { DemoEvent, PlannedArticle, PlannedSubmission } from './types';

const HOUR = 1 / 24;

const nameOf = (code: string | undefined): string =>
  UNITS.find((unit) => unit.code === code)?.name ?? '';

const articleOf = (submission: PlannedSubmission, number: number): PlannedArticle => ({
  title: submission.title,
  summary: submission.text,
  body: submission.body,
  source: `${nameOf(submission.contributions[0]?.unit)}供稿`,
  submission,
  number,
});

/** An article that is published again elsewhere, or taken off the site (and sometimes put back). */
const afterwards = (random: Random, article: PlannedArticle, published: Date): DemoEvent[] => {
  const later = addDays(published, random.integer(1, 6) + HOUR);
  if (random.chance(0.03)) {
    const others = PLACEMENTS.filter((placement) => placement !== article.placement);
    return [{ kind: 'move', at: later, article, placement: random.pick(others) }];
  }
  if (!random.chance(0.03)) return [];
  const unpublish: DemoEvent = { kind: 'unpublish', at: later, article };
  if (random.chance(0.6)) return [unpublish];
  return [unpublish, { kind: 'publish', at: addDays(later, random.integer(1, 4)), article }];
};

const lifeOf = (random: Random, article: PlannedArticle, received: Date): DemoEvent[] => {
  const drafted = addDays(received, HOUR * random.integer(1, 2));
  const published = addDays(drafted, random.integer(0, 4) + HOUR * random.integer(1, 2));
  return [
    { kind: 'draft', at: drafted, article },
    { kind: 'publish', at: published, article },
    ...afterwards(random, article, published),
  ];
};

/** The same item in another article: counts again only in another placement. */
const again = (random: Random, article: PlannedArticle): PlannedArticle => ({
  ...article,
  title: `${article.title}（续）`,
  placement: random.chance(0.5) ? article.placement : random.pick(PLACEMENTS),
});

/** The articles made of a submission: mostly one, rarely two, often none. */
export const planArticles = (
  random: Random,
  submission: PlannedSubmission,
  number: number
): DemoEvent[] => {
  const placement = placementFor(random, submission.category);
  const article = { ...articleOf(submission, number), placement };
  const { receivedAt } = submission;
  if (!placement) {
    // An editor began it and has not decided yet.
    return random.chance(0.08) ? [{ kind: 'draft', at: addDays(receivedAt, HOUR), article }] : [];
  }
  const first = lifeOf(random, article, receivedAt);
  if (!random.chance(0.03)) return first;
  return [...first, ...lifeOf(random, again(random, article), addDays(receivedAt, 2))];
};

const NOTICES: readonly string[] = [
  ...['公共文化场馆节假日开放安排', '网站无障碍阅读功能上线说明', '局领导接待日安排'],
  ...['文化市场举报电话公告', '年度政府信息公开工作年度报告', '公益课堂志愿者招募公告'],
  ...['场馆闭馆维护公告', '网上办事指南更新说明'],
];

/** The bureau's own notices: nobody sent them in, they run on the site and earn nothing. */
export const planNotices = (random: Random, days: readonly Date[], number: number): DemoEvent[] =>
  NOTICES.flatMap((title, index) => {
    const unit = random.pick(UNITS);
    const story = inventStory(random, 'culture-news', chooseWords(random, unit));
    const article: PlannedArticle = {
      title,
      ...story,
      source: '文化常州',
      // A notice without a placement stands in no column: it is found by search and by its address.
      ...(index % 2 === 0 ? { placement: 'dynamics' as const } : {}),
      number: number + index,
    };
    const at = random.pick(days);
    const draft: DemoEvent = { kind: 'draft', at, article };
    // The last two are still being written.
    return index >= NOTICES.length - 2
      ? [draft]
      : [draft, { kind: 'publish', at: addDays(at, HOUR), article }];
  });
