import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, type TestApp } from '../support';

export interface StoredFile {
  id: number;
  name: string;
  mime: string;
  url: string;
  width: number | null;
  height: number | null;
}

interface Sent {
  status: number;
  message: string;
  files: StoredFile[];
}

/** Sends files through one of the doors of the media library. */
export type Send = (name: string, content: Buffer, language?: string) => Promise<Sent>;

interface TokenService {
  create(values: { name: string; type: string; lifespan: null }): Promise<{ accessKey: string }>;
}

/** Both doors: the admin panel's and the content API's. */
export const doorsOf = async (app: TestApp): Promise<Record<'panel' | 'api', Send>> => {
  const tokens = app.strapi.service('admin::api-token') as unknown as TokenService;
  const values = { name: 'uploads', type: 'full-access', lifespan: null };
  const { accessKey } = await tokens.create(values);
  const through =
    (address: string, bearer: string): Send =>
    async (name, content, language = 'en') => {
      const form = new FormData();
      form.append('files', new Blob([new Uint8Array(content)]), name);
      const response = await fetch(new URL(address, app.url), {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'accept-language': language },
        body: form,
      });
      const body = (await response.json()) as StoredFile[] & { error?: { message: string } };
      const files = Array.isArray(body) ? body : [];
      return { status: response.status, message: body.error?.message ?? '', files };
    };
  return {
    panel: through('/upload', await app.api.tokenOf('editor')),
    api: through('/api/upload', accessKey),
  };
};

/** One of the stored inputs. */
export const fixture = (name: string): Promise<Buffer> =>
  readFile(path.join(ROOT, 'tests/fixtures/uploads', name));
