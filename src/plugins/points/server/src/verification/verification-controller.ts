import type { Core } from '@strapi/strapi';
import type { VerifyResponse } from '../../../shared/contracts';
import type { RequestContext } from '../../../../../common/http/context';
import { verificationService } from './verification';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await verificationService(strapi).run(),
    } satisfies VerifyResponse;
  },
});
