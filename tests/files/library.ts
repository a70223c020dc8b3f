import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  bodyOf,
  ROOT,
  type ApiResponse,
  type Client,
  type Document,
  type Person,
  type TestApp,
} from '../support';

export const FILE = 'plugin::upload.file';
const BOUNDARY = 'end-of-a-part';
const HEADERS = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

export interface StoredFile {
  id: number;
  documentId: string;
  name: string;
  url: string;
  hash: string;
  alternativeText: string | null;
}

const part = (name: string, value: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** A form with fields and, where it has a name, a text file, as a browser sends it. */
const formOf = (fields: Record<string, string>, file?: { name: string; text: string }): string =>
  [
    ...Object.entries(fields).map(([name, value]) => part(name, value)),
    ...(file
      ? [
          `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${file.name}"\r\n` +
            `Content-Type: text/plain\r\n\r\n${file.text}\r\n`,
        ]
      : []),
    `--${BOUNDARY}--\r\n`,
  ].join('');

export const send = (
  client: Client,
  address: string,
  fields: Record<string, string> = {},
  file?: { name: string; text: string }
): Promise<ApiResponse<unknown>> =>
  client.send('POST', address, formOf(fields, file), { headers: HEADERS });

/** What a library's file belongs to in this world. */
export const STATES = ['unused', 'draft', 'sent', 'evidence', 'published'] as const;
export type FileState = (typeof STATES)[number];

export interface Library {
  owner: Person;
  stranger: Person;
  leader: Person;
  unit: Document;
  /** A new file of the owner's in a row of that state. */
  fileIn(state: FileState): Promise<StoredFile>;
  upload(client: Client, name?: string): Promise<StoredFile>;
  stored(id: number): Promise<StoredFile | null>;
  bytes(file: Pick<StoredFile, 'url'>): Promise<string | null>;
  write(file: StoredFile, text: string): Promise<string>;
  /** Removes what was put on the disk. */
  clean(): Promise<void>;
}

const pathOf = ({ url }: Pick<StoredFile, 'url'>): string => path.join(ROOT, 'public', url);

export const createLibrary = async (app: TestApp): Promise<Library> => {
  const { make } = app;
  const unit = await make.unit({ name: '博物馆' });
  const owner = await make.person('officer', unit);
  const leader = await make.person('leader', unit);
  const stranger = await make.person('officer', await make.unit({ name: '图书馆' }));
  const seen = new Set<string>();
  let count = 0;

  const upload: Library['upload'] = async (client, name = `调研${(count += 1)}.txt`) => {
    const response = await send(client, '/upload', {}, { name, text: `bytes of ${name}` });
    const [made] = bodyOf(response) as StoredFile[];
    if (!made) throw new Error('Nothing was uploaded.');
    seen.add(made.url);
    return made;
  };

  const stored: Library['stored'] = async (id) => {
    const file = (await app.strapi.db.query(FILE).findOne({ where: { id } })) as StoredFile | null;
    if (file) seen.add(file.url);
    return file;
  };

  const draft = async (attachment: number): Promise<Document> => {
    const { data } = bodyOf(
      await owner.client.post<{ data: Document }>(
        '/content-manager/collection-types/plugin::points.submission',
        { title: '内部调研', category: 'research', attachments: [attachment] }
      )
    );
    return data;
  };

  const into: Record<FileState, (file: StoredFile) => Promise<unknown>> = {
    unused: () => Promise.resolve(),
    draft: ({ id }) => draft(id),
    sent: ({ id }) => make.submission({ units: [unit], attachments: [id] }),
    evidence: async ({ id }) => {
      const { documentId } = await make.submission({ units: [unit] });
      const adoption = { submission: documentId, channel: 'instruction', adoptedOn: '2026-03-02' };
      await make.documents('plugin::points.adoption').create({
        data: { ...adoption, organ: '市领导', evidence: [id] },
      });
    },
    published: async ({ id }) => {
      const articles = make.documents('api::article.article');
      const { documentId } = await articles.create({
        data: { title: '开馆', cover: id },
      });
      await articles.publish({ documentId });
    },
  };

  return {
    owner,
    stranger,
    leader,
    unit,
    upload,
    stored,
    fileIn: async (state) => {
      const file = await upload(owner.client);
      await into[state](file);
      return file;
    },
    bytes: async (file) => readFile(pathOf(file), 'utf8').catch(() => null),
    write: async (file, text) => {
      const before = await readFile(pathOf(file), 'utf8');
      await writeFile(pathOf(file), text);
      return before;
    },
    clean: async () => {
      for (const url of seen) await rm(pathOf({ url }), { force: true });
    },
  };
};
