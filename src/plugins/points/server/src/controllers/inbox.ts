import type { Core } from '@strapi/strapi';
import type {
  AcceptBody,
  AcceptResponse,
  DeskResponse,
  EntryTypesResponse,
  InboxQuery,
  InboxResponse,
  MakeEntryBody,
  MakeEntryResponse,
} from '../../../shared/contracts';
import { getService } from '../services';
import { parameter, type RequestContext } from './context';
import { parse } from './validation/parse';
import { acceptBody, deskQuery, inboxQuery, makeEntryBody } from './validation/schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const query: InboxQuery = parse(strapi, inboxQuery, ctx.query);
    ctx.body = (await getService(strapi, 'inbox').page(query)) satisfies InboxResponse;
  },

  async accept(ctx: RequestContext): Promise<void> {
    const { documentIds }: AcceptBody = parse(strapi, acceptBody, ctx.request.body);
    ctx.body = {
      data: await getService(strapi, 'inbox').accept([...new Set(documentIds)]),
    } satisfies AcceptResponse;
  },

  async desk(ctx: RequestContext): Promise<void> {
    const { of } = parse(strapi, deskQuery, ctx.query);
    ctx.body = { data: await getService(strapi, 'desk').of(of) } satisfies DeskResponse;
  },

  entryTypes(ctx: RequestContext): void {
    ctx.body = { data: getService(strapi, 'makeEntry').types() } satisfies EntryTypesResponse;
  },

  async makeEntry(ctx: RequestContext): Promise<void> {
    const { uid }: MakeEntryBody = parse(strapi, makeEntryBody, ctx.request.body);
    ctx.body = {
      data: await getService(strapi, 'makeEntry').make(
        parameter(ctx, 'documentId'),
        uid,
        ctx.state.user
      ),
    } satisfies MakeEntryResponse;
    ctx.status = 201;
  },
});
