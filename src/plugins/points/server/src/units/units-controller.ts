import type { Core } from '@strapi/strapi';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import type { InvitationResponse, NewUnitResponse, UnitsResponse } from '../../../shared/contracts';
import { parse } from '../parse';
import { activeUnits } from './active-units';
import { foundingService } from './founding';
import { newUnitBody, renewInvitationBody, unitsQuery } from './schemas';

/** A request that is answered with the way to an account. */
interface SecretContext extends RequestContext {
  set(header: string, value: string): void;
}

/** Nobody on the way keeps a copy. */
const keepFromCaches = (ctx: SecretContext): void => ctx.set('Cache-Control', 'private, no-store');

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { day } = parse(strapi, unitsQuery, ctx.query);
    ctx.body = { data: await activeUnits(strapi, day) } satisfies UnitsResponse;
  },

  async create(ctx: SecretContext): Promise<void> {
    const body = parse(strapi, newUnitBody, ctx.request.body);
    const data = await foundingService(strapi).found(body);
    keepFromCaches(ctx);
    ctx.status = 201;
    ctx.body = { data } satisfies NewUnitResponse;
  },

  async invite(ctx: SecretContext): Promise<void> {
    const { sendMail = false } = parse(strapi, renewInvitationBody, ctx.request.body);
    const data = await foundingService(strapi).renew(parameter(ctx, 'documentId'), sendMail);
    keepFromCaches(ctx);
    ctx.body = { data } satisfies InvitationResponse;
  },
});
