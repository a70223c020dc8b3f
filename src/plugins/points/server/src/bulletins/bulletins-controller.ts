import type { Core } from '@strapi/strapi';
import type {
  BulletinPreviewResponse,
  BulletinResponse,
  BulletinsResponse,
} from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parse } from '../parse';
import { previewQuery, sealBody } from './schemas';
import { sealingService } from './sealing';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = (await sealingService(strapi).list()) satisfies BulletinsResponse;
  },

  async preview(ctx: RequestContext): Promise<void> {
    const { month } = parse(strapi, previewQuery, ctx.query);
    ctx.body = {
      data: await sealingService(strapi).preview(month),
    } satisfies BulletinPreviewResponse;
  },

  async findOne(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await sealingService(strapi).findOne(parameter(ctx, 'documentId')),
    } satisfies BulletinResponse;
  },

  async create(ctx: RequestContext): Promise<void> {
    const { month } = parse(strapi, sealBody, ctx.request.body);
    ctx.body = { data: await sealingService(strapi).seal(month) } satisfies BulletinResponse;
    ctx.status = 201;
  },
});
