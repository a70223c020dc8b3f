import type { Core } from '@strapi/strapi';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import type {
  EntryTypesResponse,
  MakeEntryBody,
  MakeEntryResponse,
} from '../../../shared/contracts';
import { parse } from '../parse';
import { makeEntryService } from './make-entry';
import { makeEntryBody } from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  types(ctx: RequestContext): void {
    ctx.body = { data: makeEntryService(strapi).types() } satisfies EntryTypesResponse;
  },

  async create(ctx: RequestContext): Promise<void> {
    const { uid }: MakeEntryBody = parse(strapi, makeEntryBody, ctx.request.body);
    ctx.body = {
      data: await makeEntryService(strapi).make(parameter(ctx, 'documentId'), uid, ctx.state.user),
    } satisfies MakeEntryResponse;
    ctx.status = 201;
  },
});
