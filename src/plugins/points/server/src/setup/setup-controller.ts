import type { Core } from '@strapi/strapi';
import type { RequestContext } from '../../../../../common/http/context';
import type {
  InstallRuleSetResponse,
  SetupResponse,
  TestMailResponse,
} from '../../../shared/contracts';
import { parse } from '../parse';
import { installRuleSetBody } from './schemas';
import { setupService } from './setup';
import { sendTestMail } from './test-mail';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = { data: await setupService(strapi).look() } satisfies SetupResponse;
  },

  async installRuleSet(ctx: RequestContext): Promise<void> {
    const { from } = parse(strapi, installRuleSetBody, ctx.request.body);
    const data = await setupService(strapi).installRuleSet(from);
    ctx.status = 201;
    ctx.body = { data } satisfies InstallRuleSetResponse;
  },

  async testMail(ctx: RequestContext): Promise<void> {
    const data = await sendTestMail(strapi);
    ctx.status = 201;
    ctx.body = { data } satisfies TestMailResponse;
  },
});
