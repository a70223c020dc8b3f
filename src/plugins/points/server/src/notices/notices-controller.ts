import type { Core } from '@strapi/strapi';
import type { NoticeCountResponse } from '../../../shared/contracts';
import type { RequestContext } from '../../../../../common/http/context';
import { parse } from '../parse';
import { myNoticeService } from './my-notices';
import { markNoticesBody, noticesQuery, noticeSettingsBody } from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { page, pageSize, ...filter } = parse(strapi, noticesQuery, ctx.query);
    ctx.body = await myNoticeService(strapi).page(filter, { page, pageSize });
  },

  async count(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: { unread: await myNoticeService(strapi).count() },
    } satisfies NoticeCountResponse;
  },

  async mark(ctx: RequestContext): Promise<void> {
    ctx.body = await myNoticeService(strapi).mark(parse(strapi, markNoticesBody, ctx.request.body));
  },

  async settings(ctx: RequestContext): Promise<void> {
    ctx.body = await myNoticeService(strapi).settings();
  },

  async choose(ctx: RequestContext): Promise<void> {
    ctx.body = await myNoticeService(strapi).choose(
      parse(strapi, noticeSettingsBody, ctx.request.body)
    );
  },
});
