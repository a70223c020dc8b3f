import type { Core } from '@strapi/strapi';
import type { RequestContext } from '../../../../../common/http/context';
import { download, type DownloadContext } from '../../../../../common/http/download';
import { parse } from '../parse';
import { withoutNone } from '../standings/schemas';
import { MEDIA_TYPES } from './formats';
import { reportFileService } from './report-files';
import { ledgerFileService } from './ledger-files';
import { ledgerExportQuery, reportExportQuery } from './schemas';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async report(ctx: RequestContext & DownloadContext): Promise<void> {
    const { format, ...query } = parse(strapi, reportExportQuery, withoutNone(ctx.query));
    const { content, name } = await reportFileService(strapi).write(query, format);
    download(ctx, {
      name: `${name}.${format}`,
      plainName: `points-report-${query.period}.${format}`,
      type: MEDIA_TYPES[format],
      content,
    });
  },

  async ledger(ctx: RequestContext & DownloadContext): Promise<void> {
    const { format, ...filter } = parse(strapi, ledgerExportQuery, ctx.query);
    const { content, name } = await ledgerFileService(strapi).open(filter, format);
    download(ctx, {
      name: `${name}.${format}`,
      plainName: `points-ledger-${filter.period ?? 'all'}.${format}`,
      type: MEDIA_TYPES[format],
      content,
    });
  },
});
