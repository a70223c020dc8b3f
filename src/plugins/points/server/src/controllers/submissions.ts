import type { Core } from '@strapi/strapi';
import type {
  DuplicatesResponse,
  MergeBody,
  MoveBody,
  PrecheckResponse,
  SubmissionResponse,
  UnmergeBody,
} from '../../../shared/contracts';
import { getService } from '../services';
import type { MoveAction } from '../services/life';
import { parameter, type RequestContext } from './context';
import { parse } from './validation/parse';
import { mergeBody, moveBody, unmergeBody } from './validation/schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = async (ctx: RequestContext): Promise<void> => {
    ctx.body = {
      data: await getService(strapi, 'submissionView').view(parameter(ctx, 'documentId')),
    } satisfies SubmissionResponse;
  };

  const move =
    (action: MoveAction) =>
    async (ctx: RequestContext): Promise<void> => {
      const words: MoveBody = parse(strapi, moveBody, ctx.request.body);
      await getService(strapi, 'life').act(parameter(ctx, 'documentId'), action, words);
      await answer(ctx);
    };

  return {
    findOne: answer,

    async findDuplicates(ctx: RequestContext): Promise<void> {
      ctx.body = {
        data: await getService(strapi, 'duplicates').of(parameter(ctx, 'documentId')),
      } satisfies DuplicatesResponse;
    },

    async precheck(ctx: RequestContext): Promise<void> {
      ctx.body = {
        data: await getService(strapi, 'submissionView').precheck(parameter(ctx, 'documentId')),
      } satisfies PrecheckResponse;
    },

    async merge(ctx: RequestContext): Promise<void> {
      const { sources }: MergeBody = parse(strapi, mergeBody, ctx.request.body);
      await getService(strapi, 'merge').merge(parameter(ctx, 'documentId'), sources);
      await answer(ctx);
    },

    async unmerge(ctx: RequestContext): Promise<void> {
      const { sources }: UnmergeBody = parse(strapi, unmergeBody, ctx.request.body);
      await getService(strapi, 'merge').unmerge(parameter(ctx, 'documentId'), sources);
      await answer(ctx);
    },

    submit: move('submit'),
    requestSignature: move('request-signature'),
    sign: move('sign'),
    withdraw: move('withdraw'),
    accept: move('accept'),
    return: move('return'),
    decline: move('decline'),
    reopen: move('reopen'),
  };
};
