import type { Core } from '@strapi/strapi';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { download, type DownloadContext } from '../../../../../common/http/download';
import type {
  InvitationResponse,
  JoiningResponse,
  NewUnitResponse,
  UnitImportResponse,
  UnitsResponse,
} from '../../../shared/contracts';
import { MEDIA_TYPES } from '../downloads/formats';
import { refuse, say } from '../messages';
import { parse } from '../parse';
import { activeUnits } from './active-units';
import { foundingService } from './founding';
import {
  importUnitsBody,
  joiningBody,
  newUnitBody,
  renewInvitationBody,
  unitsQuery,
} from './schemas';
import { unitImportService } from './unit-import';
import { unitSheets } from './unit-sheets';

/** A request that is answered with the way to an account. */
interface SecretContext extends RequestContext {
  set(header: string, value: string): void;
}

interface UploadedFile {
  filepath: string;
  size: number;
}

interface UploadContext {
  request: { files?: Readonly<Record<string, UploadedFile | UploadedFile[] | undefined>> };
}

const MOST_MEGABYTES = 2;
const MEGABYTE = 1024 * 1024;

/** @throws ValidationError when the form brings no file, several, or one that is too large */
const requireSheet = (strapi: Core.Strapi, { request }: UploadContext): string => {
  const [file, ...others] = Object.values(request.files ?? {}).flatMap((each) => each ?? []);
  if (file && others.length === 0 && file.size <= MOST_MEGABYTES * MEGABYTE) return file.filepath;
  throw refuse(strapi, 'file', 'unit-import.file', { megabytes: MOST_MEGABYTES });
};

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

  async join(ctx: SecretContext): Promise<void> {
    const body = parse(strapi, joiningBody, ctx.request.body);
    const data = await foundingService(strapi).join(body);
    keepFromCaches(ctx);
    ctx.status = 201;
    ctx.body = { data } satisfies JoiningResponse;
  },

  async template(ctx: DownloadContext): Promise<void> {
    download(ctx, {
      name: `${say(strapi, 'unit-import.title')}.xlsx`,
      plainName: 'units-template.xlsx',
      type: MEDIA_TYPES.xlsx,
      content: await unitSheets(strapi).template(),
    });
  },

  async checkImport(ctx: RequestContext & UploadContext): Promise<void> {
    const data = await unitImportService(strapi).check(requireSheet(strapi, ctx));
    ctx.body = { data } satisfies UnitImportResponse;
  },

  async import(ctx: SecretContext & UploadContext): Promise<void> {
    const { sendMail } = parse(strapi, importUnitsBody, ctx.request.body);
    const data = await unitImportService(strapi).run(
      requireSheet(strapi, ctx),
      sendMail === 'true'
    );
    keepFromCaches(ctx);
    ctx.body = { data } satisfies UnitImportResponse;
  },

  async invite(ctx: SecretContext): Promise<void> {
    const { sendMail = false } = parse(strapi, renewInvitationBody, ctx.request.body);
    const data = await foundingService(strapi).renew(parameter(ctx, 'documentId'), sendMail);
    keepFromCaches(ctx);
    ctx.body = { data } satisfies InvitationResponse;
  },
});
