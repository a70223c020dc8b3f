import type { Struct } from '@strapi/strapi';
import {
  bodyOf,
  startApp,
  type ApiResponse,
  type Client,
  type Document,
  type Person,
  type TestApp,
} from '../support';

export const SUBMISSION = 'plugin::points.submission';
export const COMMISSION = 'plugin::points.commission';
export const FILE = 'plugin::upload.file';

/** Whose a row is, seen from unit A: its own, signed jointly with unit B, or unit B's. */
export type Whose = 'own' | 'joint' | 'foreign';
export const WHOSE: readonly Whose[] = ['own', 'joint', 'foreign'];

/** A content type of the site whose entries come from submissions, with one entry of each kind. */
interface EntryType {
  uid: string;
  entries: Record<Whose, Document>;
}

/** Two units with their people and their work. What is unit B's alone carries a secret. */
export interface World {
  app: TestApp;
  units: { a: Document; b: Document };
  officerA: Person;
  leaderA: Person;
  officerB: Person;
  submissions: Record<Whose, Document>;
  /** What the office asks of unit A, of both, and of unit B. */
  commissions: Record<Whose, Document>;
  entryTypes: EntryType[];
  articles: Record<Whose, Document>;
  /** Ids. The joint one is unit B's upload, on the joint entries. */
  files: Record<Whose, number>;
  /** Ids of folders that the officers made. */
  folders: Record<'own' | 'foreign', number>;
  unitsOf(whose: Whose): Document[];
  /** One more entry of a content type. */
  makeEntry(uid: string, whose: Whose): Promise<Document>;
  /** One more commission. */
  makeCommission(whose: Whose): Promise<Document>;
  /** One more file, without content. */
  makeFile(name: string, whose: Whose): Promise<number>;
  /** Sends a text file into the media library. */
  upload(client: Client, name: string, folder?: number): Promise<ApiResponse<unknown>>;
  stop(): Promise<void>;
}

/** In title, text, remark, body, file name and caption of everything that is unit B's alone. */
export const SECRET = 'zxqsecretqxz';

const types = (app: TestApp): Struct.ContentTypeSchema[] =>
  Object.values(app.strapi.contentTypes as unknown as Record<string, Struct.ContentTypeSchema>);

/** The content types whose entries come from submissions. */
const sentInTypes = (app: TestApp): Struct.ContentTypeSchema[] =>
  types(app).filter(({ pluginOptions }) => pluginOptions?.points !== undefined);

/** Fields that take any text: no addresses, numbers or closed lists. */
const FREE_TEXT = /^(title|name|summary|body)$/;

/** Every free text of the type filled, so that a leak of any shows. */
const textsOf = (
  { attributes }: Struct.ContentTypeSchema,
  text: string
): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const { regex, maxLength = 200 } = attribute as { regex?: unknown; maxLength?: number };
    if (!FREE_TEXT.test(name) || regex || maxLength < text.length || !('type' in attribute))
      continue;
    if (attribute.type === 'string' || attribute.type === 'text') values[name] = text;
    if (attribute.type === 'blocks') {
      values[name] = [{ type: 'paragraph', children: [{ type: 'text', text }] }];
    }
  }
  return values;
};

const insertFile = async (app: TestApp, name: string, account: number): Promise<number> => {
  const file = (await app.strapi.db.query(FILE).create({
    data: {
      name: `${name}.png`,
      alternativeText: name,
      caption: name,
      hash: name,
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: `/uploads/${name}.png`,
      provider: 'local',
      folderPath: '/',
      createdBy: account,
    },
  })) as { id: number };
  return file.id;
};

/** Something to hold against a unit, so that there are deductions to keep apart. */
const DEDUCTIONS = [
  {
    code: 'late',
    name: { zh: '迟报', en: 'Late' },
    points: 1,
    clause: '八',
    sentence: { zh: '迟报的，每次扣1分', en: 'Sent late: 1 point less each time' },
  },
];

const BOUNDARY = 'end-of-a-part';

/** A form with a text file, as a browser sends it. */
const formOf = (name: string, folder: number | undefined): string =>
  [
    `--${BOUNDARY}`,
    `Content-Disposition: form-data; name="files"; filename="${name}"`,
    'Content-Type: text/plain\r\n',
    'text',
    `--${BOUNDARY}`,
    'Content-Disposition: form-data; name="fileInfo"\r\n',
    JSON.stringify({ name, folder: folder ?? null }),
    `--${BOUNDARY}--\r\n`,
  ].join('\r\n');

const upload: World['upload'] = (client, name, folder) =>
  client.send('POST', '/upload', formOf(name, folder), {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  });

interface UploadService {
  remove(file: object): Promise<unknown>;
}

/** Takes what was uploaded off the disk, and ends the application. */
const stop = async (app: TestApp): Promise<void> => {
  const files = (await app.strapi.db.query(FILE).findMany({})) as object[];
  const service = app.strapi.plugin('upload').service<UploadService>('upload');
  for (const file of files) await service.remove(file);
  await app.stop();
};

/** Builds the world on an application of its own. */
export const makeWorld = async (): Promise<World> => {
  const app = await startApp();
  await app.make.ruleSet({ effectiveTo: '2089-12-31', extensions: { deductions: DEDUCTIONS } });
  const [a, b] = await app.make.units(2);
  const officerA = await app.make.person('officer', a);
  const leaderA = await app.make.person('leader', a);
  const officerB = await app.make.person('officer', b);
  const unitsOf: World['unitsOf'] = (whose) => ({ own: [a], joint: [a, b], foreign: [b] })[whose];

  // Each in the hands of who wrote it, so that the own unit may still change it.
  const submit = async (whose: Whose, by: Person): Promise<Document> => {
    const text = whose === 'foreign' ? SECRET : `${whose}稿`;
    const { data } = bodyOf(
      await by.client.post<{ data: Document }>(`/content-manager/collection-types/${SUBMISSION}`, {
        title: text,
        text,
        category: 'culture-news',
        units: { connect: unitsOf(whose).map(({ id, documentId }) => ({ id, documentId })) },
      })
    );
    await app.strapi.db
      .query(SUBMISSION)
      .updateMany({ where: { documentId: data.documentId }, data: { remark: text } });
    return data;
  };
  const submissions = {
    own: await submit('own', officerA),
    joint: await submit('joint', officerA),
    foreign: await submit('foreign', officerB),
  };

  const makeCommission: World['makeCommission'] = (whose) => {
    const text = whose === 'foreign' ? SECRET : `${whose}约`;
    const units = unitsOf(whose).map(({ documentId }) => documentId);
    return app.make
      .documents(COMMISSION)
      .create({ data: { title: text, text, kind: 'info', dueOn: '2089-12-31', units } });
  };
  const commissions = {
    own: await makeCommission('own'),
    joint: await makeCommission('joint'),
    foreign: await makeCommission('foreign'),
  };

  const makeFile: World['makeFile'] = (name, whose) =>
    insertFile(app, name, (whose === 'own' ? officerA : officerB).account.id);
  const files = {
    own: await makeFile('ownpicture', 'own'),
    joint: await makeFile('jointpicture', 'joint'),
    foreign: await makeFile(SECRET, 'foreign'),
  };
  const folder = async ({ client }: Person, name: string): Promise<number> =>
    bodyOf(await client.post<{ data: { id: number } }>('/upload/folders', { name, parent: null }))
      .data.id;
  const folders = {
    own: await folder(officerA, 'ownfolder'),
    foreign: await folder(officerB, SECRET),
  };

  const makeEntry: World['makeEntry'] = (uid, whose) => {
    const type = types(app).find((each) => each.uid === uid);
    if (!type) throw new Error(`There is no type ${uid}.`);
    const text = whose === 'foreign' ? SECRET : `${whose}文`;
    return app.make.documents(uid).create({
      data: {
        ...textsOf(type, text),
        ...(type.attributes.cover ? { cover: files[whose] } : {}),
        submission: submissions[whose].documentId,
      },
    });
  };
  const entryTypes: EntryType[] = [];
  for (const { uid } of sentInTypes(app)) {
    const entries = {
      own: await makeEntry(uid, 'own'),
      joint: await makeEntry(uid, 'joint'),
      foreign: await makeEntry(uid, 'foreign'),
    };
    entryTypes.push({ uid, entries });
  }
  const articles = entryTypes.find(({ uid }) => uid === 'api::article.article')?.entries;
  if (!articles) throw new Error('There are no articles.');
  return {
    app,
    units: { a, b },
    officerA,
    leaderA,
    officerB,
    submissions,
    commissions,
    entryTypes,
    articles,
    files,
    folders,
    unitsOf,
    makeEntry,
    makeCommission,
    makeFile,
    upload,
    stop: () => stop(app),
  };
};
