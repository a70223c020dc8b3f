import type { Core } from '@strapi/strapi';
import type { ReportResponse } from '../../../shared/contracts';
import type { RequestContext } from '../../../../../common/http/context';
import { reportQuery } from './schemas';
import { reportService } from './standings';
import { parse } from '../parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { period, by, kind } = parse(strapi, reportQuery, withoutNone(ctx.query));
    ctx.body = (await reportService(strapi).standings(
      period,
      by,
      kind ?? null
    )) satisfies ReportResponse;
  },
});

/** `kind=none` and an empty kind ask for both kinds in one list. */
const withoutNone = ({ kind, ...query }: Record<string, unknown>): Record<string, unknown> =>
  kind === undefined || kind === '' || kind === 'none' ? query : { ...query, kind };
