import type { Core } from '@strapi/strapi';
import type { ReconcileResponse } from '../../../shared/contracts';
import { getService } from '../services';
import type { RequestContext } from './context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await getService(strapi, 'reconcile').run(),
    } satisfies ReconcileResponse;
  },
});
