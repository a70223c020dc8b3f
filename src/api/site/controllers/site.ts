import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { parserOf, refusePage } from '../../../common/http/parse';
import { refuse } from '../../../common/messages/messages';
import { columnTree } from '../../../site/public-api/column-tree';
import { homeOf } from '../../../site/public-api/home';
import { sendKept, type PublicContext } from '../../../site/public-api/responses';
import { search } from '../../../site/search';
import { calendarService } from '../../../common/time/calendar';
import type { Day } from '../../../common/time/day';

const MOST_PER_PAGE = 50;
const LONGEST_QUESTION = 100;
const DAY_AND_HALF = 36 * 60 * 60 * 1000;

const searchQuery = z.object({
  q: z.string().trim().min(1).max(LONGEST_QUESTION),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(20),
  section: z.string().max(LONGEST_QUESTION).optional(),
  column: z.string().max(LONGEST_QUESTION).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  sort: z.enum(['relevance', 'latest']).optional(),
});

const DAYS: ReadonlySet<PropertyKey> = new Set(['from', 'to']);

const parse = parserOf(
  (strapi, name, field, values) =>
    refusePage(strapi, name, field, values) ??
    (DAYS.has(name) ? refuse(strapi, field, 'error.date', values) : undefined)
);

/** The moments between which the days lie, the last one included. */
const periodOf = (
  strapi: Core.Strapi,
  { from, to }: { from?: Day; to?: Day }
): { from?: Date; to?: Date } => {
  const calendar = calendarService(strapi);
  // A day and a half later it is the next day, however long the day was.
  const endOf = (day: Day): Date =>
    calendar.startOf(calendar.dayOf(new Date(calendar.startOf(day).getTime() + DAY_AND_HALF)));
  return {
    ...(from === undefined ? {} : { from: calendar.startOf(from) }),
    ...(to === undefined ? {} : { to: endOf(to) }),
  };
};

const data = async (value: Promise<unknown>): Promise<string> =>
  JSON.stringify({ data: await value });

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  home: (ctx: PublicContext): Promise<void> =>
    sendKept(strapi, ctx, { name: 'home', type: 'json', make: () => data(homeOf(strapi)) }),

  columns: (ctx: PublicContext): Promise<void> =>
    sendKept(strapi, ctx, { name: 'columns', type: 'json', make: () => data(columnTree(strapi)) }),

  async search(ctx: PublicContext): Promise<void> {
    const { q, page, pageSize, ...asked } = parse(strapi, searchQuery, ctx.query);
    const { section, column, sort } = asked;
    const narrowing = { section, column, sort, ...periodOf(strapi, asked) };
    ctx.body = await search(strapi, q, page, pageSize, narrowing);
  },
});
