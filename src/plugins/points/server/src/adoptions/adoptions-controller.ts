import type { Core } from '@strapi/strapi';
import type { AdoptionResponse } from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { recordAdoptionBody, withdrawAdoptionBody } from './schemas';
import { adoptionService } from './adoptions';
import { parse } from '../parse';
import { refuseSiteChannel } from './manual-channels';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: RequestContext): Promise<void> {
    refuseSiteChannel(strapi, (ctx.request.body as { channel?: unknown } | null)?.channel);
    ctx.body = {
      data: await adoptionService(strapi).record(
        parse(strapi, recordAdoptionBody, ctx.request.body),
        ctx.state.user
      ),
    } satisfies AdoptionResponse;
    ctx.status = 201;
  },

  async withdraw(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await adoptionService(strapi).withdraw(
        parameter(ctx, 'documentId'),
        parse(strapi, withdrawAdoptionBody, ctx.request.body)
      ),
    } satisfies AdoptionResponse;
  },
});
