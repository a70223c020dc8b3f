import type { Core } from '@strapi/strapi';
import type { ReportResponse } from '../../../shared/contracts';
import type { RequestContext } from '../../../../../common/http/context';
import { reportQuery, withoutNone } from './schemas';
import { namedUnitsWithOpenPoints } from './own-points';
import { reportService } from './standings';
import { parse } from '../parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { period, by, kind } = parse(strapi, reportQuery, withoutNone(ctx.query));
    const { data, meta } = await reportService(strapi).standings(period, by, kind ?? null);
    const own = await namedUnitsWithOpenPoints(strapi);
    ctx.body = { data, meta: { ...meta, own } } satisfies ReportResponse;
  },
});
