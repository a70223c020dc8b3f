import type { Core } from '@strapi/strapi';
import type { LedgerResponse } from '../../../shared/contracts';
import type { RequestContext } from '../../../../../common/http/context';
import { ledgerQuery } from './schemas';
import { ledgerService } from './drill-down';
import { parse } from '../parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { page, pageSize, ...filter } = parse(strapi, ledgerQuery, ctx.query);
    ctx.body = (await ledgerService(strapi).page(filter, {
      page,
      pageSize,
    })) satisfies LedgerResponse;
  },
});
