import type { Core } from '@strapi/strapi';
import type { ObjectionResponse, ObjectionsResponse } from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parse } from '../parse';
import { objectionService } from './objections';
import {
  answerObjectionBody,
  fileObjectionBody,
  objectionsQuery,
  parseBody,
  withdrawCorrectionBody,
} from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { page, pageSize, ...filter } = parse(strapi, objectionsQuery, ctx.query);
    ctx.body = (await objectionService(strapi).page(filter, {
      page,
      pageSize,
    })) satisfies ObjectionsResponse;
  },

  async findOne(ctx: RequestContext): Promise<void> {
    ctx.body = (await objectionService(strapi).findOne(
      parameter(ctx, 'documentId')
    )) satisfies ObjectionResponse;
  },

  async create(ctx: RequestContext): Promise<void> {
    ctx.body = (await objectionService(strapi).file(
      parseBody(strapi, fileObjectionBody, ctx.request.body)
    )) satisfies ObjectionResponse;
    ctx.status = 201;
  },

  async withdraw(ctx: RequestContext): Promise<void> {
    ctx.body = (await objectionService(strapi).withdraw(
      parameter(ctx, 'documentId')
    )) satisfies ObjectionResponse;
  },

  async answer(ctx: RequestContext): Promise<void> {
    ctx.body = (await objectionService(strapi).answer(
      parameter(ctx, 'documentId'),
      parseBody(strapi, answerObjectionBody, ctx.request.body)
    )) satisfies ObjectionResponse;
  },

  async withdrawCorrection(ctx: RequestContext): Promise<void> {
    ctx.body = (await objectionService(strapi).withdrawCorrection(
      parameter(ctx, 'documentId'),
      parseBody(strapi, withdrawCorrectionBody, ctx.request.body)
    )) satisfies ObjectionResponse;
  },
});
