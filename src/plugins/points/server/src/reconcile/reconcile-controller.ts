import type { Core } from '@strapi/strapi';
import type { ReconcileResponse } from '../../../shared/contracts';
import type { RequestContext } from '../../../../../common/http/context';
import { reconcileService } from './reconcile';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await reconcileService(strapi).run(),
    } satisfies ReconcileResponse;
  },
});
