import type { Core } from '@strapi/strapi';
import type { RequestContext } from '../../../../../common/http/context';
import type { UnitsResponse } from '../../../shared/contracts';
import { parse } from '../parse';
import { activeUnits } from './active-units';
import { unitsQuery } from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { day } = parse(strapi, unitsQuery, ctx.query);
    ctx.body = { data: await activeUnits(strapi, day) } satisfies UnitsResponse;
  },
});
