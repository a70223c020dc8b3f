import type { Core } from '@strapi/strapi';
import type {
  AcceptBody,
  AcceptResponse,
  InboxQuery,
  InboxResponse,
} from '../../../shared/contracts';
import type { RequestContext } from '../../../../../common/http/context';
import { acceptBody, inboxQuery } from './schemas';
import { inboxService } from './inbox';
import { parse } from '../parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const query: InboxQuery = parse(strapi, inboxQuery, ctx.query);
    ctx.body = (await inboxService(strapi).page(query)) satisfies InboxResponse;
  },

  async accept(ctx: RequestContext): Promise<void> {
    const { documentIds }: AcceptBody = parse(strapi, acceptBody, ctx.request.body);
    ctx.body = {
      data: await inboxService(strapi).accept([...new Set(documentIds)]),
    } satisfies AcceptResponse;
  },
});
