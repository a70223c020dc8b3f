import type { Core } from '@strapi/strapi';
import type { BonusesResponse, BonusResponse } from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parse } from '../parse';
import { bonusService } from './bonuses';
import {
  evidenceBody,
  byHandQuery,
  parseBody,
  recordBonusBody,
  withdrawByHandBody,
} from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { page, pageSize, ...filter } = parse(strapi, byHandQuery, ctx.query);
    ctx.body = (await bonusService(strapi).page(filter, {
      page,
      pageSize,
    })) satisfies BonusesResponse;
  },

  async create(ctx: RequestContext): Promise<void> {
    ctx.body = (await bonusService(strapi).record(
      parseBody(strapi, recordBonusBody, ctx.request.body),
      ctx.state.user
    )) satisfies BonusResponse;
    ctx.status = 201;
  },

  async addEvidence(ctx: RequestContext): Promise<void> {
    ctx.body = (await bonusService(strapi).addEvidence(
      parameter(ctx, 'documentId'),
      parse(strapi, evidenceBody, ctx.request.body)
    )) satisfies BonusResponse;
  },

  async withdraw(ctx: RequestContext): Promise<void> {
    ctx.body = (await bonusService(strapi).withdraw(
      parameter(ctx, 'documentId'),
      parseBody(strapi, withdrawByHandBody, ctx.request.body)
    )) satisfies BonusResponse;
  },
});
