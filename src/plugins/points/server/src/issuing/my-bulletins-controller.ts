import type { Core } from '@strapi/strapi';
import type { MyBulletinResponse, MyBulletinsResponse } from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { download, type DownloadContext } from '../../../../../common/http/download';
import { parse } from '../parse';
import { myBulletinService } from './my-bulletins';
import { myBulletinFileQuery } from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = (await myBulletinService(strapi).list()) satisfies MyBulletinsResponse;
  },

  async read(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await myBulletinService(strapi).read(parameter(ctx, 'documentId')),
    } satisfies MyBulletinResponse;
  },

  async acknowledge(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await myBulletinService(strapi).acknowledge(parameter(ctx, 'documentId')),
    } satisfies MyBulletinResponse;
  },

  async file(ctx: RequestContext & DownloadContext): Promise<void> {
    const { format } = parse(strapi, myBulletinFileQuery, ctx.query);
    const documentId = parameter(ctx, 'documentId');
    const { bytes, name, type } = await myBulletinService(strapi).file(documentId, format);
    download(ctx, { name, plainName: `bulletin-${documentId}.${format}`, type, content: bytes });
  },
});
