import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Channel } from '../../../domain/vocabulary';
import type { AdoptionResponse } from '../../../shared/contracts';
import { refuse } from '../errors';
import { getService } from '../services';
import { labelOf, requireManualChannel } from '../validation';
import { parameter, type RequestContext } from './context';
import { parse } from './validation/parse';
import { recordAdoptionBody } from './validation/schemas';

const REQUIRED = ['submission', 'channel', 'adoptedOn'] as const;

const withdrawBody = z.object({ reason: z.string().trim().min(1).max(500) });

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const requireGiven = (body: Record<string, unknown>): void => {
    const missing = REQUIRED.find(
      (field) => body[field] === undefined || body[field] === null || body[field] === ''
    );
    if (missing === undefined) return;
    throw refuse(strapi, missing, 'error.required', {
      field: missing,
      label: labelOf(strapi, missing),
    });
  };

  return {
    async create(ctx: RequestContext): Promise<void> {
      const body = (ctx.request.body ?? {}) as Record<string, unknown>;
      requireGiven(body);
      requireManualChannel(strapi, body.channel as Channel);
      ctx.body = {
        data: await getService(strapi, 'adoptions').record(
          parse(strapi, recordAdoptionBody, body),
          ctx.state.user
        ),
      } satisfies AdoptionResponse;
      ctx.status = 201;
    },

    async withdraw(ctx: RequestContext): Promise<void> {
      const parsed = withdrawBody.safeParse(ctx.request.body ?? {});
      if (!parsed.success) throw refuse(strapi, 'reason', 'error.adoption.reason');
      ctx.body = {
        data: await getService(strapi, 'adoptions').withdraw(
          parameter(ctx, 'documentId'),
          parsed.data
        ),
      } satisfies AdoptionResponse;
    },
  };
};
