import type { Core } from '@strapi/strapi';
import type { MessageResponse, MessagesResponse } from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parse } from '../../../../../common/http/parse';
import { type Account, decisionService } from './decisions';
import { messageViewService } from './message-view';
import { messagesQuery, sendAgainBody } from './schemas';

/** The account that the route's policies have found. */
const accountOf = ({ state }: RequestContext): Account => {
  if (state.user) return state.user;
  throw new Error('The route was reached without a login.');
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const query = parse(strapi, messagesQuery, ctx.query);
    ctx.body = (await messageViewService(strapi).page(query)) satisfies MessagesResponse;
  },

  async findOne(ctx: RequestContext): Promise<void> {
    const data = await messageViewService(strapi).one(parameter(ctx, 'documentId'));
    ctx.body = { data } satisfies MessageResponse;
  },

  async sendAgain(ctx: RequestContext): Promise<void> {
    const { reason = '' } = parse(strapi, sendAgainBody, ctx.request.body);
    const data = await decisionService(strapi).sendAgain(
      parameter(ctx, 'documentId'),
      accountOf(ctx),
      reason
    );
    ctx.body = { data } satisfies MessageResponse;
  },

  async cancel(ctx: RequestContext): Promise<void> {
    const data = await decisionService(strapi).cancel(parameter(ctx, 'documentId'), accountOf(ctx));
    ctx.body = { data } satisfies MessageResponse;
  },
});
