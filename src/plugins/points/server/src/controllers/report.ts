import type { Core } from '@strapi/strapi';
import type { ReportResponse } from '../../../shared/contracts';
import { getService } from '../services';
import type { RequestContext } from './context';
import { parse } from './validation/parse';
import { reportQuery } from './validation/schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { period, by, kind } = parse(strapi, reportQuery, withoutNone(ctx.query));
    ctx.body = (await getService(strapi, 'report').standings(
      period,
      by,
      kind ?? null
    )) satisfies ReportResponse;
  },
});

/** `kind=none` and an empty kind ask for both kinds in one list. */
const withoutNone = ({ kind, ...query }: Record<string, unknown>): Record<string, unknown> =>
  kind === undefined || kind === '' || kind === 'none' ? query : { ...query, kind };
