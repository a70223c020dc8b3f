import type { Core } from '@strapi/strapi';
import type {
  ReviewPreviewResponse,
  ReviewResponse,
  ReviewsResponse,
} from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { download, type DownloadContext } from '../../../../../common/http/download';
import { MEDIA_TYPES } from '../downloads/formats';
import { parse } from '../parse';
import { reviewFileService } from './review-files';
import { reviewService } from './reviews';
import {
  decideBody,
  exportQuery,
  makeBody,
  parseBody,
  previewQuery,
  publishBody,
  saveBody,
} from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = (await reviewService(strapi).list()) satisfies ReviewsResponse;
  },

  async preview(ctx: RequestContext): Promise<void> {
    const { period } = parse(strapi, previewQuery, ctx.query);
    ctx.body = {
      data: await reviewService(strapi).preview(period),
    } satisfies ReviewPreviewResponse;
  },

  async create(ctx: RequestContext): Promise<void> {
    const { period } = parse(strapi, makeBody, ctx.request.body);
    ctx.body = { data: await reviewService(strapi).make(period) } satisfies ReviewResponse;
    ctx.status = 201;
  },

  async findOne(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await reviewService(strapi).findOne(parameter(ctx, 'documentId')),
    } satisfies ReviewResponse;
  },

  async save(ctx: RequestContext): Promise<void> {
    const { content, revision } = parseBody(strapi, saveBody, ctx.request.body);
    ctx.body = {
      data: await reviewService(strapi).save(parameter(ctx, 'documentId'), revision, content),
    } satisfies ReviewResponse;
  },

  async decide(ctx: RequestContext): Promise<void> {
    const body = parseBody(strapi, decideBody, ctx.request.body);
    ctx.body = {
      data: await reviewService(strapi).decide(parameter(ctx, 'documentId'), body),
    } satisfies ReviewResponse;
  },

  async publish(ctx: RequestContext): Promise<void> {
    const { revision } = parseBody(strapi, publishBody, ctx.request.body);
    ctx.body = {
      data: await reviewService(strapi).publish(parameter(ctx, 'documentId'), revision),
    } satisfies ReviewResponse;
  },

  async export(ctx: RequestContext & DownloadContext): Promise<void> {
    const { format } = parse(strapi, exportQuery, ctx.query);
    const { content, name, plainName } = await reviewFileService(strapi).write(
      parameter(ctx, 'documentId'),
      format
    );
    download(ctx, {
      name: `${name}.${format}`,
      plainName: `${plainName}.${format}`,
      type: MEDIA_TYPES[format],
      content,
    });
  },
});
