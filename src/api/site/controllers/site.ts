import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { parse } from '../../../common/http/parse';
import { columnTree } from '../../../site/public-api/column-tree';
import { homeOf } from '../../../site/public-api/home';
import { sendKept, type PublicContext } from '../../../site/public-api/responses';
import { search } from '../../../site/search';

const MOST_PER_PAGE = 50;
const LONGEST_QUESTION = 100;

const searchQuery = z.object({
  q: z.string().trim().min(1).max(LONGEST_QUESTION),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(20),
});

const data = async (value: Promise<unknown>): Promise<string> =>
  JSON.stringify({ data: await value });

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  home: (ctx: PublicContext): Promise<void> =>
    sendKept(strapi, ctx, { name: 'home', type: 'json', make: () => data(homeOf(strapi)) }),

  columns: (ctx: PublicContext): Promise<void> =>
    sendKept(strapi, ctx, { name: 'columns', type: 'json', make: () => data(columnTree(strapi)) }),

  async search(ctx: PublicContext): Promise<void> {
    const { q, page, pageSize } = parse(strapi, searchQuery, ctx.query);
    ctx.body = await search(strapi, q, page, pageSize);
  },
});
