import type { Core } from '@strapi/strapi';
import type { Limits } from '../limits/settings';
import { refuse } from '../site/refusals';
import { isFileName, MOST_LETTERS, shortStoredName } from './names';
import { preparePicture } from './pictures';

/** A file on its way into the media library. */
interface Incoming {
  filepath: string;
  originalFilename?: string | null;
  size: number;
}

interface Information {
  name?: string | null;
}

interface Data {
  fileInfo?: Information | readonly Information[] | null;
}

interface UploadService {
  upload: (
    given: { data: Data; files: Incoming | Incoming[] },
    options?: unknown
  ) => Promise<unknown>;
  replace: (
    id: unknown,
    given: { data: Data; file: Incoming },
    options?: unknown
  ) => Promise<unknown>;
  updateFileInfo: (id: unknown, information: Information, options?: unknown) => Promise<unknown>;
}

interface ImageService {
  generateFileName: (name: string) => string;
}

const listOf = <T>(value: T | readonly T[] | null | undefined): readonly T[] => {
  if (Array.isArray(value)) return value as readonly T[];
  return value === null || value === undefined ? [] : [value as T];
};

const PICTURE = /\.(?:jpe?g|png|gif|webp)$/i;

/** @throws ValidationError when a picture is too large, or not whole */
const prepare = async (strapi: Core.Strapi, file: Incoming): Promise<void> => {
  const name = file.originalFilename ?? '';
  if (!PICTURE.test(name)) return;
  const { megapixels } = strapi.config.get<Limits>('limits').bounds;
  const prepared = await preparePicture(file.filepath, megapixels);
  if ('size' in prepared) {
    file.size = prepared.size;
    return;
  }
  if (prepared.fault === 'broken') throw refuse(strapi, 'files', 'error.upload.broken', { name });
  throw refuse(strapi, 'files', 'error.upload.pixels', {
    name,
    megapixels: prepared.megapixels,
    limit: megapixels,
  });
};

/** @throws ValidationError when a file cannot have the name that it is given */
export const requireName = (strapi: Core.Strapi, name: string | null | undefined): void => {
  if (name === null || name === undefined || isFileName(name)) return;
  throw refuse(strapi, 'files', 'error.upload.name', {
    name: name.length > 60 ? `${name.slice(0, 60)}…` : name,
    limit: MOST_LETTERS,
  });
};

const requireNames = (strapi: Core.Strapi, { fileInfo }: Data): void => {
  for (const { name } of listOf(fileInfo)) requireName(strapi, name);
};

/**
 * Puts every file that the media library takes in, through whichever door and from code too, through what is
 * dear to do: after Strapi has asked who sends it, before anything of it is kept. Pictures are bounded, made
 * upright and freed of what tells of people.
 */
export const prepareFiles = (strapi: Core.Strapi): void => {
  const uploads = strapi.plugin('upload').service<UploadService>('upload');
  const images = strapi.plugin('upload').service<ImageService>('image-manipulation');
  const { upload, replace, updateFileInfo } = uploads;
  const { generateFileName } = images;

  uploads.upload = async (given, options) => {
    requireNames(strapi, given.data);
    for (const file of listOf(given.files)) await prepare(strapi, file);
    return upload(given, options);
  };
  uploads.replace = async (id, given, options) => {
    requireNames(strapi, given.data);
    await prepare(strapi, given.file);
    return replace(id, given, options);
  };
  uploads.updateFileInfo = async (id, information, options) => {
    requireName(strapi, information.name);
    return updateFileInfo(id, information, options);
  };
  images.generateFileName = (name) => shortStoredName(generateFileName(name));
};
