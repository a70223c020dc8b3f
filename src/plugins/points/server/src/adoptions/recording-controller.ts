import type { Core } from '@strapi/strapi';
import type {
  AdoptableResponse,
  AdoptablesResponse,
  AdoptionChainResponse,
  AdoptionPreviewResponse,
  RecordableResponse,
} from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parse } from '../parse';
import { adoptableService } from './adoptables';
import { refuseSiteChannel } from './manual-channels';
import { recordingService } from './recording';
import { adoptablesQuery, adoptionStepsBody, createAdoptableBody } from './schemas';

interface Given {
  steps?: unknown;
}

/** Refuses channels of the site in their own words, before the body is read in its shape. */
const refuseSiteChannels = (strapi: Core.Strapi, body: unknown): void => {
  const { steps } = (body ?? {}) as Given;
  if (!Array.isArray(steps)) return;
  for (const step of steps as unknown[]) {
    refuseSiteChannel(strapi, (step as { channel?: unknown } | null)?.channel);
  }
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findSubmissions(ctx: RequestContext): Promise<void> {
    const { text, ...page } = parse(strapi, adoptablesQuery, ctx.query);
    ctx.body = (await adoptableService(strapi).page(text, page)) satisfies AdoptablesResponse;
  },

  async createSubmission(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await adoptableService(strapi).create(
        parse(strapi, createAdoptableBody, ctx.request.body),
        ctx.state.user
      ),
    } satisfies AdoptableResponse;
    ctx.status = 201;
  },

  async findChain(ctx: RequestContext): Promise<void> {
    ctx.body = (await recordingService(strapi).chain(
      parameter(ctx, 'documentId')
    )) satisfies AdoptionChainResponse;
  },

  async findChannels(ctx: RequestContext): Promise<void> {
    ctx.body = (await recordingService(strapi).recordable()) satisfies RecordableResponse;
  },

  async preview(ctx: RequestContext): Promise<void> {
    refuseSiteChannels(strapi, ctx.request.body);
    ctx.body = (await recordingService(strapi).preview(
      parse(strapi, adoptionStepsBody, ctx.request.body)
    )) satisfies AdoptionPreviewResponse;
  },

  async record(ctx: RequestContext): Promise<void> {
    refuseSiteChannels(strapi, ctx.request.body);
    ctx.body = (await recordingService(strapi).record(
      parse(strapi, adoptionStepsBody, ctx.request.body),
      ctx.state.user
    )) satisfies AdoptionChainResponse;
    ctx.status = 201;
  },
});
