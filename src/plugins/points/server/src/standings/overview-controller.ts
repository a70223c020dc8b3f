import type { Core } from '@strapi/strapi';
import type { OverviewResponse } from '../../../shared/contracts';
import type { RequestContext } from '../../../../../common/http/context';
import { shownMonthQuery } from './schemas';
import { overviewService } from './overview';
import { parse } from '../parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { month } = parse(strapi, shownMonthQuery, ctx.query);
    ctx.body = { data: await overviewService(strapi).of(month) } satisfies OverviewResponse;
  },
});
