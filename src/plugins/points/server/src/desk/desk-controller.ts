import type { Core } from '@strapi/strapi';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import type {
  DeskResponse,
  DeskSignBody,
  DeskSignResponse,
  DeskSummaryResponse,
  SubmissionReadingResponse,
} from '../../../shared/contracts';
import { parse } from '../parse';
import { deskService } from './desk';
import { readingService } from './reading';
import { deskQuery, deskSignBody } from './schemas';
import { signingService } from './signing';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { of } = parse(strapi, deskQuery, ctx.query);
    ctx.body = { data: await deskService(strapi).of(of) } satisfies DeskResponse;
  },

  async summary(ctx: RequestContext): Promise<void> {
    ctx.body = { data: await deskService(strapi).summary() } satisfies DeskSummaryResponse;
  },

  async read(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await readingService(strapi).of(parameter(ctx, 'documentId')),
    } satisfies SubmissionReadingResponse;
  },

  async sign(ctx: RequestContext): Promise<void> {
    const { pieces }: DeskSignBody = parse(strapi, deskSignBody, ctx.request.body);
    ctx.body = {
      data: await signingService(strapi).sign(pieces),
    } satisfies DeskSignResponse;
  },
});
