import type { Core } from '@strapi/strapi';
import type { LedgerResponse } from '../../../shared/contracts';
import { getService } from '../services';
import type { RequestContext } from './context';
import { parse } from './validation/parse';
import { ledgerQuery } from './validation/schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { page, pageSize, ...filter } = parse(strapi, ledgerQuery, ctx.query);
    ctx.body = (await getService(strapi, 'ledger').page(filter, {
      page,
      pageSize,
    })) satisfies LedgerResponse;
  },
});
