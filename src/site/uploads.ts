import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { MEGABYTE, MOST_MEGABYTES } from './limits';
import { inARow, refuse } from './refusals';

const LOOKED_AT = 4096;

/** Tells by the first bytes of a file whether it is what its extension says. */
type Signature = (head: Buffer) => boolean;

const startsWith =
  (...bytes: number[]): Signature =>
  (head) =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes));

const has =
  (text: string, at = 0): Signature =>
  (head) =>
    head.subarray(at, at + text.length).toString('latin1') === text;

const both =
  (one: Signature, other: Signature): Signature =>
  (head) =>
    one(head) && other(head);

const zip = startsWith(0x50, 0x4b, 0x03, 0x04);
const oldOffice = startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const jpeg = startsWith(0xff, 0xd8, 0xff);
const mp4 = has('ftyp', 4);
const mp3: Signature = (head) =>
  has('ID3')(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0);

/** Text has no zero bytes and does not begin as a web page does. */
const plain: Signature = (head) =>
  !head.includes(0) && !/^\s*<[!?a-z]/i.test(head.toString('utf8').replace(/^\uFEFF/, ''));

interface FileType {
  mime: string;
  signature: Signature;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What can be uploaded: pictures, films, sound and the documents that an office exchanges. */
const TYPES: ReadonlyMap<string, FileType> = new Map<string, FileType>([
  ['.jpg', { mime: 'image/jpeg', signature: jpeg }],
  ['.jpeg', { mime: 'image/jpeg', signature: jpeg }],
  ['.png', { mime: 'image/png', signature: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a) }],
  ['.gif', { mime: 'image/gif', signature: has('GIF8') }],
  ['.webp', { mime: 'image/webp', signature: both(has('RIFF'), has('WEBP', 8)) }],
  ['.mp4', { mime: 'video/mp4', signature: mp4 }],
  ['.mov', { mime: 'video/quicktime', signature: mp4 }],
  ['.webm', { mime: 'video/webm', signature: startsWith(0x1a, 0x45, 0xdf, 0xa3) }],
  ['.mp3', { mime: 'audio/mpeg', signature: mp3 }],
  ['.pdf', { mime: 'application/pdf', signature: has('%PDF-') }],
  ['.docx', { mime: `${OFFICE}.wordprocessingml.document`, signature: zip }],
  ['.xlsx', { mime: `${OFFICE}.spreadsheetml.sheet`, signature: zip }],
  ['.pptx', { mime: `${OFFICE}.presentationml.presentation`, signature: zip }],
  ['.doc', { mime: 'application/msword', signature: oldOffice }],
  ['.xls', { mime: 'application/vnd.ms-excel', signature: oldOffice }],
  ['.ppt', { mime: 'application/vnd.ms-powerpoint', signature: oldOffice }],
  ['.wps', { mime: 'application/vnd.ms-works', signature: oldOffice }],
  ['.ofd', { mime: 'application/ofd', signature: zip }],
  ['.zip', { mime: 'application/zip', signature: zip }],
  ['.txt', { mime: 'text/plain', signature: plain }],
  ['.csv', { mime: 'text/csv', signature: plain }],
]);

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

/** @throws ValidationError when the file is too large, of no known type, or not what it says it is */
const requireHonest = async (strapi: Core.Strapi, file: Received): Promise<void> => {
  const name = path.basename(file.originalFilename ?? '');
  const extension = path.extname(name).toLowerCase();
  if (extension === '.svg') throw refuse(strapi, 'files', 'error.upload.svg', { name });
  const type = TYPES.get(extension);
  if (!type) {
    const values = inARow(strapi, [...TYPES.keys()]);
    throw refuse(strapi, 'files', 'error.upload.type', { name, values });
  }
  if (file.size > MOST_MEGABYTES.file * MEGABYTE) {
    throw refuse(strapi, 'files', 'error.upload.size', { name, limit: MOST_MEGABYTES.file });
  }
  if (!type.signature(await headOf(file))) {
    throw refuse(strapi, 'files', 'error.upload.content', { name, extension });
  }
  file.mimetype = type.mime;
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
  allowedTypes: [...new Set([...TYPES.values()].map(({ mime }) => mime))],
  deniedTypes: ['image/svg+xml', 'text/html', 'application/xhtml+xml'],
} as const;
