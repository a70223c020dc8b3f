import type { Core } from '@strapi/strapi';
import type {
  DuplicatesResponse,
  MergeBody,
  MoveBody,
  PrecheckResponse,
  SignBody,
  SubmissionResponse,
  UnmergeBody,
} from '../../../shared/contracts';
import { type TransitionAction, workflowService } from './workflow';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { mergeBody, moveBody, signBody, unmergeBody } from './schemas';
import { mergeService } from './merging';
import { submissionViewService } from './submission-view';
import { duplicateService } from './duplicates';
import { parse } from '../parse';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = async (ctx: RequestContext): Promise<void> => {
    ctx.body = {
      data: await submissionViewService(strapi).view(parameter(ctx, 'documentId')),
    } satisfies SubmissionResponse;
  };

  const move =
    (action: TransitionAction) =>
    async (ctx: RequestContext): Promise<void> => {
      const body: MoveBody = parse(strapi, moveBody, ctx.request.body);
      await workflowService(strapi).act(parameter(ctx, 'documentId'), action, body);
      await answer(ctx);
    };

  const sign = async (ctx: RequestContext): Promise<void> => {
    const body: SignBody = parse(strapi, signBody, ctx.request.body);
    await workflowService(strapi).act(parameter(ctx, 'documentId'), 'sign', body);
    await answer(ctx);
  };

  return {
    findOne: answer,

    async findDuplicates(ctx: RequestContext): Promise<void> {
      ctx.body = {
        data: await duplicateService(strapi).of(parameter(ctx, 'documentId')),
      } satisfies DuplicatesResponse;
    },

    async precheck(ctx: RequestContext): Promise<void> {
      ctx.body = {
        data: await submissionViewService(strapi).precheck(parameter(ctx, 'documentId')),
      } satisfies PrecheckResponse;
    },

    async merge(ctx: RequestContext): Promise<void> {
      const { sources }: MergeBody = parse(strapi, mergeBody, ctx.request.body);
      await mergeService(strapi).merge(parameter(ctx, 'documentId'), sources);
      await answer(ctx);
    },

    async unmerge(ctx: RequestContext): Promise<void> {
      const { sources }: UnmergeBody = parse(strapi, unmergeBody, ctx.request.body);
      await mergeService(strapi).unmerge(parameter(ctx, 'documentId'), sources);
      await answer(ctx);
    },

    submit: move('submit'),
    requestSignature: move('request-signature'),
    sign,
    sendBack: move('send-back'),
    withdraw: move('withdraw'),
    accept: move('accept'),
    return: move('return'),
    decline: move('decline'),
    reopen: move('reopen'),
  };
};
