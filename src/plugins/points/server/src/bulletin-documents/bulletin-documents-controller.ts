import type { Core } from '@strapi/strapi';
import type { BulletinDocumentResponse } from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { download, type DownloadContext } from '../../../../../common/http/download';
import { parse } from '../parse';
import { bulletinDraftService } from './bulletin-drafts';
import { bulletinFileService } from './bulletin-files';
import { exportQuery, saveBody } from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await bulletinDraftService(strapi).findOne(parameter(ctx, 'documentId')),
    } satisfies BulletinDocumentResponse;
  },

  async save(ctx: RequestContext): Promise<void> {
    const body = parse(strapi, saveBody, ctx.request.body);
    ctx.body = {
      data: await bulletinDraftService(strapi).save(parameter(ctx, 'documentId'), body),
    } satisfies BulletinDocumentResponse;
  },

  async export(ctx: RequestContext & DownloadContext): Promise<void> {
    const { format } = parse(strapi, exportQuery, ctx.query);
    const { bytes, name, type } = await bulletinFileService(strapi).file(
      parameter(ctx, 'documentId'),
      format
    );
    download(ctx, { name, plainName: `bulletin.${format}`, type, content: bytes });
  },
});
