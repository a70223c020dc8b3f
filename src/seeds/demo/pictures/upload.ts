import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Picture } from './draw';

interface UploadService {
  upload(request: {
    data: { fileInfo: { name: string; alternativeText: string } };
    files: { filepath: string; originalFilename: string; mimetype: string; size: number };
  }): Promise<Array<{ id: number }>>;
}

/**
 * Puts the pictures into the media library the way an editor's upload does, with thumbnails.
 * @returns their ids, in the same order
 */
export const uploadPictures = async (
  strapi: Core.Strapi,
  pictures: readonly Picture[]
): Promise<number[]> => {
  const service = strapi.plugin('upload').service<UploadService>('upload');
  const directory = await mkdtemp(path.join(os.tmpdir(), 'demo-pictures-'));
  const upload = async ({ name, description, png }: Picture): Promise<number> => {
    const originalFilename = `${name}.png`;
    const filepath = path.join(directory, originalFilename);
    await writeFile(filepath, png);
    const [file] = await service.upload({
      data: { fileInfo: { name: originalFilename, alternativeText: description } },
      files: { filepath, originalFilename, mimetype: 'image/png', size: png.length },
    });
    if (!file) throw new Error(`The picture ${originalFilename} was not stored.`);
    return file.id;
  };
  try {
    const ids: number[] = [];
    for (const picture of pictures) ids.push(await upload(picture));
    return ids;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};
