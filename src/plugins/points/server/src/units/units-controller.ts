import type { Core } from '@strapi/strapi';
import type { RequestContext } from '../../../../../common/http/context';
import type { UnitsResponse } from '../../../shared/contracts';
import { activeUnits } from './active-units';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = { data: await activeUnits(strapi) } satisfies UnitsResponse;
  },
});
