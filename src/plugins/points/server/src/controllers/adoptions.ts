import type { Core } from '@strapi/strapi';
import type { AdoptionResponse } from '../../../shared/contracts';
import { getService } from '../services';
import { requireManualChannel } from '../validation';
import { parameter, type RequestContext } from './context';
import { parse } from './validation/parse';
import { recordAdoptionBody, withdrawAdoptionBody } from './validation/schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: RequestContext): Promise<void> {
    requireManualChannel(strapi, (ctx.request.body as { channel?: unknown } | null)?.channel);
    ctx.body = {
      data: await getService(strapi, 'adoptions').record(
        parse(strapi, recordAdoptionBody, ctx.request.body),
        ctx.state.user
      ),
    } satisfies AdoptionResponse;
    ctx.status = 201;
  },

  async withdraw(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await getService(strapi, 'adoptions').withdraw(
        parameter(ctx, 'documentId'),
        parse(strapi, withdrawAdoptionBody, ctx.request.body)
      ),
    } satisfies AdoptionResponse;
  },
});
