import type { Core } from '@strapi/strapi';
import type { SealedAwardDecisionResponse, SealedAwardsResponse } from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parse } from '../parse';
import { confirmAwardBody, sealedAwardsQuery, withdrawAwardBody } from './schemas';
import { sealedAwardService } from './sealed-awards';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = (await sealedAwardService(strapi).page(
      parse(strapi, sealedAwardsQuery, ctx.query)
    )) satisfies SealedAwardsResponse;
  },

  async confirm(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await sealedAwardService(strapi).confirm(
        parameter(ctx, 'documentId'),
        parse(strapi, confirmAwardBody, ctx.request.body ?? {})
      ),
    } satisfies SealedAwardDecisionResponse;
  },

  async withdraw(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await sealedAwardService(strapi).withdraw(
        parameter(ctx, 'documentId'),
        parse(strapi, withdrawAwardBody, ctx.request.body)
      ),
    } satisfies SealedAwardDecisionResponse;
  },
});
