import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Drawing } from './drawing';

interface UploadService {
  upload(request: {
    data: { fileInfo: { name: string; alternativeText: string } };
    files: { filepath: string; originalFilename: string; mimetype: string; size: number };
  }): Promise<Array<{ id: number }>>;
}

/**
 * Puts drawings into the media library the way an editor's upload does, with thumbnails.
 *
 * @returns their ids, in the same order
 */
export const uploadDrawings = async (
  strapi: Core.Strapi,
  drawings: readonly Drawing[]
): Promise<number[]> => {
  const service = strapi.plugin('upload').service<UploadService>('upload');
  const directory = await mkdtemp(path.join(os.tmpdir(), 'demo-drawings-'));
  const upload = async ({ name, description, mimetype, content }: Drawing): Promise<number> => {
    const filepath = path.join(directory, name);
    await writeFile(filepath, content);
    const [file] = await service.upload({
      data: { fileInfo: { name, alternativeText: description } },
      files: { filepath, originalFilename: name, mimetype, size: content.length },
    });
    if (!file) throw new Error(`${name} was not stored.`);
    return file.id;
  };
  try {
    const ids: number[] = [];
    for (const drawing of drawings) ids.push(await upload(drawing));
    return ids;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};
