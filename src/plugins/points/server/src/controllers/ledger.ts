import type { Core } from '@strapi/strapi';
import type { LedgerResponse } from '../../../shared/contracts';
import { refuse } from '../errors';
import { getService } from '../services';
import type { RequestContext } from './context';
import { parse } from './validation/parse';
import { ledgerQuery } from './validation/schemas';

const isPageField = (name: string): boolean => name === 'page' || name === 'pageSize';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const checked = ledgerQuery.safeParse(ctx.query);
    const wrong = checked.error?.issues[0]?.path[0];
    if (wrong !== undefined && isPageField(String(wrong))) {
      throw refuse(strapi, String(wrong), 'error.page');
    }
    const { page, pageSize, ...filter } = parse(strapi, ledgerQuery, ctx.query);
    ctx.body = (await getService(strapi, 'ledger').page(filter, {
      page,
      pageSize,
    })) satisfies LedgerResponse;
  },
});
