import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { fileTypeFromBuffer } from 'file-type';
import type { Values } from '../common/messages/request-language';
import { faultOfCompound } from '../uploads/compound';
import { faultOfPackage, type Fault } from '../uploads/packages';
import { requireName } from '../uploads/service';
import {
  HEIC_EXTENSIONS,
  HEIC_TYPES,
  MACRO_EXTENSIONS,
  TYPES,
  type FileType,
  type Look,
} from '../uploads/types';
import { MEGABYTE, MOST_MEGABYTES } from './limits';
import { inARow, refuse, type SentenceKey } from './refusals';

/** As much as `file-type` wants to see. */
const LOOKED_AT = 4100;

/** Text has no zero bytes and does not begin as a web page does. */
const isPlain = (head: Buffer): boolean =>
  !head.includes(0) && !/^\s*<[!?a-z]/i.test(head.toString('utf8').replace(/^\uFEFF/, ''));

/** A file of a form, as the reader of bodies left it on the disk. */
interface Received {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  size: number;
}

interface Context {
  request: {
    files?: Readonly<Record<string, Received | Received[] | undefined>>;
    body?: unknown;
  };
}

const headOf = async ({ filepath }: Received): Promise<Buffer> => {
  const file = await open(filepath, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

type Refusal = (key: SentenceKey, values?: Values) => Error;

/** @throws ValidationError when the library takes nothing of the extension */
const requireType = (strapi: Core.Strapi, extension: string, refusal: Refusal): FileType => {
  const type = TYPES.get(extension);
  if (type) return type;
  if (extension === '.svg') throw refusal('error.upload.svg');
  if (HEIC_EXTENSIONS.has(extension)) throw refusal('error.upload.heic');
  if (MACRO_EXTENSIONS.has(extension)) throw refusal('error.upload.macro');
  throw refusal('error.upload.type', { values: inARow(strapi, [...TYPES.keys()]) });
};

const headFault = async (
  head: Buffer,
  { look, detected }: FileType
): Promise<Fault | 'heic' | null> => {
  if (look === 'text') return isPlain(head) ? null : 'content';
  const found = (await fileTypeFromBuffer(head))?.mime;
  if (found !== undefined && HEIC_TYPES.has(found)) return 'heic';
  return found !== undefined && detected.includes(found) ? null : 'content';
};

const PACKAGES: ReadonlySet<Look> = new Set(['package', 'ofd', 'archive']);

/** What is wrong with the content of a file. Of what is packed the inside decides, whatever its first bytes look like. */
const faultOf = async (file: Received, type: FileType): Promise<Fault | 'heic' | null> => {
  if (PACKAGES.has(type.look)) return faultOfPackage(file.filepath, type);
  const fault = await headFault(await headOf(file), type);
  if (fault || type.look !== 'compound') return fault;
  return faultOfCompound(file.filepath, type);
};

/** Strapi would store it as what it takes it for by the first bytes: `application/zip`, `application/x-cfb`. */
const storeAs = (file: Received, mime: string): void => {
  file.mimetype = mime;
  Object.defineProperty(file, 'detectedMimeType', { get: () => mime, set: () => undefined });
};

/** @throws ValidationError when the file is too large, of no known type, or not what it says it is */
const requireHonest = async (strapi: Core.Strapi, file: Received): Promise<void> => {
  const name = path.basename(file.originalFilename ?? '');
  const extension = path.extname(name).toLowerCase();
  const refusal: Refusal = (key, values) =>
    refuse(strapi, 'files', key, { name, extension, ...values });
  const type = requireType(strapi, extension, refusal);
  requireName(strapi, file.originalFilename);
  if (file.size > MOST_MEGABYTES.file * MEGABYTE) {
    throw refusal('error.upload.size', { limit: MOST_MEGABYTES.file });
  }
  const fault = await faultOf(file, type);
  if (fault) throw refusal(`error.upload.${fault}`);
  storeAs(file, type.mime);
};

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInformation = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(isInformation);
  if (typeof value !== 'string') return isObject(value);
  try {
    return isInformation(JSON.parse(value));
  } catch {
    return false;
  }
};

/** @throws ValidationError when what is said of the files is not JSON: Strapi would fail on it */
const requireInformation = (strapi: Core.Strapi, { request }: Context): void => {
  const { fileInfo } = (request.body ?? {}) as { fileInfo?: unknown };
  if (fileInfo === undefined || isInformation(fileInfo)) return;
  throw refuse(strapi, 'fileInfo', 'error.upload.information');
};

const filesOf = ({ request }: Context): Received[] =>
  Object.values(request.files ?? {}).flatMap((value) => value ?? []);

/**
 * Refuses what must not come into the media library, through whichever address it is sent, before
 * anything of the request is kept. Put in place by `bootstrap`: behind the reader of bodies, before
 * all routes. SVG is refused as a whole: it is a program, and no cleaning of it is sure.
 */
export const requireHonestFiles = (strapi: Core.Strapi): void => {
  const middleware = async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    const files = filesOf(ctx);
    try {
      for (const file of files) await requireHonest(strapi, file);
      if (files.length > 0) requireInformation(strapi, ctx);
    } catch (error) {
      for (const { filepath } of files) await rm(filepath, { force: true });
      throw error;
    }
    await next();
  };
  strapi.server.use(middleware);
};

/** Strapi's own check of what it fetches from an address, which no form carries. */
export const UPLOAD_SECURITY = {
  sizeLimit: MOST_MEGABYTES.file * MEGABYTE,
  allowedTypes: [
    ...new Set([...TYPES.values()].flatMap(({ mime, detected }) => [mime, ...detected])),
  ],
  deniedTypes: ['image/svg+xml', 'text/html', 'application/xhtml+xml'],
} as const;
