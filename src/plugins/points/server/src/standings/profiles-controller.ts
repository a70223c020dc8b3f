import type { Core } from '@strapi/strapi';
import type {
  PersonProfileResponse,
  PiecesResponse,
  UnitProfileResponse,
} from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parse } from '../parse';
import { profileService } from './profiles';
import { piecesQuery, shownMonthQuery } from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const monthOf = (ctx: RequestContext) => parse(strapi, shownMonthQuery, ctx.query).month;
  const pageOf = (ctx: RequestContext) => parse(strapi, piecesQuery, ctx.query);
  return {
    async unit(ctx: RequestContext): Promise<void> {
      const found = await profileService(strapi).ofUnit(parameter(ctx, 'documentId'), monthOf(ctx));
      ctx.body = found satisfies UnitProfileResponse;
    },

    async person(ctx: RequestContext): Promise<void> {
      const documentId = parameter(ctx, 'documentId');
      const found = await profileService(strapi).ofPerson(documentId, monthOf(ctx));
      ctx.body = found satisfies PersonProfileResponse;
    },

    async unitPieces(ctx: RequestContext): Promise<void> {
      const documentId = parameter(ctx, 'documentId');
      const found = await profileService(strapi).piecesOfUnit(documentId, pageOf(ctx));
      ctx.body = found satisfies PiecesResponse;
    },

    async personPieces(ctx: RequestContext): Promise<void> {
      const documentId = parameter(ctx, 'documentId');
      const found = await profileService(strapi).piecesOfPerson(documentId, pageOf(ctx));
      ctx.body = found satisfies PiecesResponse;
    },
  };
};
