import { PassThrough } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  ImportCheckResponse,
  ImportLine,
  ImportResponse,
  ImportsResponse,
} from '../../../shared/contracts';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { download, type DownloadContext } from '../../../../../common/http/download';
import { MEDIA_TYPES } from '../downloads/formats';
import { refuse, say } from '../messages';
import { parse } from '../parse';
import { adoptionImportService, type ReadWorkbook } from './adoption-import';
import { importReport } from './import-report';
import { importSheets, type UploadedSheet } from './import-sheet';
import { importsQuery } from './schemas';

interface UploadedFile {
  filepath: string;
  originalFilename?: string | null;
  size: number;
}

interface UploadContext {
  request: { files?: Readonly<Record<string, UploadedFile | UploadedFile[] | undefined>> };
}

interface StreamContext {
  type: string;
  set(header: string, value: string): void;
  accepts(...types: string[]): string | false;
}

const LINES = 'application/x-ndjson';
const MOST_MEGABYTES = 5;
const MEGABYTE = 1024 * 1024;
const MOST_NAME = 200;

const INTERNAL = 500;

export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** @throws ValidationError when the form brings none, several, or one that is too large */
  const requireSheet = ({ request }: UploadContext): UploadedSheet => {
    const files = Object.values(request.files ?? {}).flatMap((file) => file ?? []);
    const [file] = files;
    if (!file || files.length > 1) throw refuse(strapi, 'file', 'import.file.none');
    if (file.size > MOST_MEGABYTES * MEGABYTE) {
      throw refuse(strapi, 'file', 'import.file.size', { megabytes: MOST_MEGABYTES });
    }
    const name = (file.originalFilename ?? '').slice(0, MOST_NAME);
    return { filepath: file.filepath, name };
  };

  const errorLine = (error: unknown): ImportLine => {
    if (error instanceof errors.ApplicationError) {
      return { error: { status: 400, name: String(error.name), message: String(error.message) } };
    }
    strapi.log.error(error);
    const message = say(strapi, 'import.failed');
    return { error: { status: INTERNAL, name: 'InternalServerError', message } };
  };

  /** Answers at once and tells line by line how far it is; the last line says what was done, or why not. */
  const stream = (workbook: ReadWorkbook): PassThrough => {
    const lines = new PassThrough();
    const write = (line: ImportLine): boolean => lines.write(`${JSON.stringify(line)}\n`);
    void adoptionImportService(strapi)
      .run(workbook, (progress) => write({ progress }))
      .then(write, (error: unknown) => write(errorLine(error)))
      .finally(() => lines.end());
    return lines;
  };

  return {
    async template(ctx: DownloadContext): Promise<void> {
      download(ctx, {
        name: `${say(strapi, 'import.title')}.xlsx`,
        plainName: 'adoptions-template.xlsx',
        type: MEDIA_TYPES.xlsx,
        content: await importSheets(strapi).template(),
      });
    },

    async check(ctx: RequestContext & UploadContext): Promise<void> {
      const workbook = await adoptionImportService(strapi).read(requireSheet(ctx));
      ctx.body = (await adoptionImportService(strapi).check(
        workbook
      )) satisfies ImportCheckResponse;
    },

    async run(ctx: RequestContext & UploadContext & StreamContext): Promise<void> {
      // Read before anything is answered: the uploaded file is gone with the answer.
      const workbook = await adoptionImportService(strapi).read(requireSheet(ctx));
      if (ctx.accepts('application/json', LINES) !== LINES) {
        ctx.body = (await adoptionImportService(strapi).run(
          workbook,
          () => undefined
        )) satisfies ImportResponse;
        return;
      }
      ctx.type = LINES;
      ctx.set('Cache-Control', 'private, no-store');
      ctx.set('X-Accel-Buffering', 'no');
      ctx.body = stream(workbook);
    },

    async find(ctx: RequestContext): Promise<void> {
      ctx.body = (await adoptionImportService(strapi).page(
        parse(strapi, importsQuery, ctx.query)
      )) satisfies ImportsResponse;
    },

    async report(ctx: RequestContext & DownloadContext): Promise<void> {
      const { view, rows } = await adoptionImportService(strapi).find(parameter(ctx, 'documentId'));
      const day = view.importedAt.slice(0, 10);
      download(ctx, {
        name: `${say(strapi, 'import.report.name', { day })}.xlsx`,
        plainName: `adoptions-import-${day}.xlsx`,
        type: MEDIA_TYPES.xlsx,
        content: importReport(strapi, rows),
      });
    },
  };
};
