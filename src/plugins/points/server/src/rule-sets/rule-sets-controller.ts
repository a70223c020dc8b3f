import type { Core } from '@strapi/strapi';
import type {
  PutInForceResponse,
  RuleSetDraftResponse,
  RuleSetResponse,
  RuleSetsResponse,
  RuleSetTrialResponse,
} from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parse } from '../parse';
import { ruleSetDraftService } from './drafts';
import { puttingInForceService } from './putting-in-force';
import { ruleSetService } from './rule-sets';
import { makeBody, putInForceBody, removeBody, saveBody, tryBody } from './schemas';
import { ruleSetTrialService } from './trial';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = (await ruleSetService(strapi).list()) satisfies RuleSetsResponse;
  },

  async findOne(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await ruleSetService(strapi).findOne(parameter(ctx, 'documentId')),
    } satisfies RuleSetResponse;
  },

  async findDraft(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await ruleSetDraftService(strapi).findOne(parameter(ctx, 'documentId')),
    } satisfies RuleSetDraftResponse;
  },

  async createDraft(ctx: RequestContext): Promise<void> {
    const body = parse(strapi, makeBody, ctx.request.body);
    ctx.body = {
      data: await ruleSetDraftService(strapi).create(body),
    } satisfies RuleSetDraftResponse;
    ctx.status = 201;
  },

  async saveDraft(ctx: RequestContext): Promise<void> {
    const body = parse(strapi, saveBody, ctx.request.body);
    ctx.body = {
      data: await ruleSetDraftService(strapi).save(parameter(ctx, 'documentId'), body),
    } satisfies RuleSetDraftResponse;
  },

  async removeDraft(ctx: RequestContext): Promise<void> {
    const { revision } = parse(strapi, removeBody, ctx.request.body);
    await ruleSetDraftService(strapi).remove(parameter(ctx, 'documentId'), revision);
    ctx.status = 204;
  },

  async tryDraft(ctx: RequestContext): Promise<void> {
    const { until } = parse(strapi, tryBody, ctx.request.body);
    ctx.body = {
      data: await ruleSetTrialService(strapi).run(parameter(ctx, 'documentId'), until),
    } satisfies RuleSetTrialResponse;
  },

  async putInForce(ctx: RequestContext): Promise<void> {
    const body = parse(strapi, putInForceBody, ctx.request.body);
    ctx.body = (await puttingInForceService(strapi).run(
      parameter(ctx, 'documentId'),
      body
    )) satisfies PutInForceResponse;
  },
});
