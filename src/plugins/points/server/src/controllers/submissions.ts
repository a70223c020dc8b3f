import type { Core } from '@strapi/strapi';
import type { MoveBody, SubmissionResponse } from '../../../shared/contracts';
import { getService } from '../services';
import type { MoveAction } from '../services/life';
import { parameter, type RequestContext } from './context';
import { parse } from './validation/parse';
import { moveBody } from './validation/schemas';

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
