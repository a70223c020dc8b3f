import type { Core } from '@strapi/strapi';
import type { RequestContext } from '../../../../../common/http/context';
import type { DeskResponse, DeskSummaryResponse } from '../../../shared/contracts';
import { parse } from '../parse';
import { deskService } from './desk';
import { deskQuery } from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { of } = parse(strapi, deskQuery, ctx.query);
    ctx.body = { data: await deskService(strapi).of(of) } satisfies DeskResponse;
  },

  async summary(ctx: RequestContext): Promise<void> {
    ctx.body = { data: await deskService(strapi).summary() } satisfies DeskSummaryResponse;
  },
});
