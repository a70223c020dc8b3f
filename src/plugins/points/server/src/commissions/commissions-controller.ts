import type { Core } from '@strapi/strapi';
import type {
  CommissionOutcomesResponse,
  CommissionResponse,
  CommissionsResponse,
} from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { download, type DownloadContext } from '../../../../../common/http/download';
import { MEDIA_TYPES } from '../downloads/formats';
import { parse } from '../parse';
import { commissionService } from './commissions';
import { outcomeFileService } from './outcome-files';
import {
  adoptAnswerBody,
  commissionsQuery,
  extendBody,
  outcomesFileQuery,
  outcomesQuery,
  parseBody,
  reasonBody,
  unitBody,
} from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => commissionService(strapi);
  const named = (ctx: RequestContext): string => parameter(ctx, 'documentId');

  return {
    async find(ctx: RequestContext): Promise<void> {
      const { page, pageSize, ...filter } = parse(strapi, commissionsQuery, ctx.query);
      ctx.body = (await service().page(filter, { page, pageSize })) satisfies CommissionsResponse;
    },

    async findOne(ctx: RequestContext): Promise<void> {
      ctx.body = (await service().read(named(ctx))) satisfies CommissionResponse;
    },

    async outcomes(ctx: RequestContext): Promise<void> {
      const { period } = parse(strapi, outcomesQuery, ctx.query);
      ctx.body = (await service().outcomes(period)) satisfies CommissionOutcomesResponse;
    },

    async export(ctx: RequestContext & DownloadContext): Promise<void> {
      const { format, period } = parse(strapi, outcomesFileQuery, ctx.query);
      const { content, name } = await outcomeFileService(strapi).write(period, format);
      download(ctx, {
        name: `${name}.${format}`,
        plainName: `commissions-${period}.${format}`,
        type: MEDIA_TYPES[format],
        content,
      });
    },

    async extend(ctx: RequestContext): Promise<void> {
      const body = parseBody(strapi, extendBody, ctx.request.body);
      ctx.body = (await service().extend(named(ctx), body)) satisfies CommissionResponse;
    },

    async close(ctx: RequestContext): Promise<void> {
      const body = parseBody(strapi, reasonBody, ctx.request.body);
      ctx.body = (await service().close(named(ctx), body)) satisfies CommissionResponse;
    },

    async reopen(ctx: RequestContext): Promise<void> {
      const body = parseBody(strapi, reasonBody, ctx.request.body);
      ctx.body = (await service().reopen(named(ctx), body)) satisfies CommissionResponse;
    },

    async letOff(ctx: RequestContext): Promise<void> {
      const body = parseBody(strapi, unitBody, ctx.request.body);
      ctx.body = (await service().letOff(named(ctx), body)) satisfies CommissionResponse;
    },

    async askAgain(ctx: RequestContext): Promise<void> {
      const body = parseBody(strapi, unitBody, ctx.request.body);
      ctx.body = (await service().askAgain(named(ctx), body)) satisfies CommissionResponse;
    },

    async adopt(ctx: RequestContext): Promise<void> {
      const body = parse(strapi, adoptAnswerBody, ctx.request.body ?? {});
      ctx.body = (await service().adopt(
        named(ctx),
        parameter(ctx, 'submission'),
        body
      )) satisfies CommissionResponse;
    },
  };
};
