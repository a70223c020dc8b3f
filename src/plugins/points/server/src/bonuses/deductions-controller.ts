import type { Core } from '@strapi/strapi';
import type {
  DeductionKindsResponse,
  DeductionResponse,
  DeductionsResponse,
} from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parse } from '../parse';
import { deductionService } from './deductions';
import {
  byHandQuery,
  deductionKindsQuery,
  evidenceBody,
  recordDeductionBody,
  withdrawByHandBody,
} from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async kinds(ctx: RequestContext): Promise<void> {
    ctx.body = (await deductionService(strapi).kinds(
      parse(strapi, deductionKindsQuery, ctx.query)
    )) satisfies DeductionKindsResponse;
  },

  async find(ctx: RequestContext): Promise<void> {
    const { page, pageSize, ...filter } = parse(strapi, byHandQuery, ctx.query);
    ctx.body = (await deductionService(strapi).page(filter, {
      page,
      pageSize,
    })) satisfies DeductionsResponse;
  },

  async create(ctx: RequestContext): Promise<void> {
    ctx.body = (await deductionService(strapi).record(
      parse(strapi, recordDeductionBody, ctx.request.body)
    )) satisfies DeductionResponse;
    ctx.status = 201;
  },

  async addEvidence(ctx: RequestContext): Promise<void> {
    ctx.body = (await deductionService(strapi).addEvidence(
      parameter(ctx, 'documentId'),
      parse(strapi, evidenceBody, ctx.request.body)
    )) satisfies DeductionResponse;
  },

  async withdraw(ctx: RequestContext): Promise<void> {
    ctx.body = (await deductionService(strapi).withdraw(
      parameter(ctx, 'documentId'),
      parse(strapi, withdrawByHandBody, ctx.request.body)
    )) satisfies DeductionResponse;
  },
});
