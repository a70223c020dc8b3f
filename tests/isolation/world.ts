import type { Struct } from '@strapi/strapi';
import {
  bodyOf,
  startApp,
  type Document,
  type Person,
  type Reference,
  type StartOptions,
  type TestApp,
} from '../support';

export const SUBMISSION = 'plugin::points.submission';
export const FILE = 'plugin::upload.file';

/** Whose a row is, seen from unit A: its own, signed jointly with unit B, or unit B's. */
export type Whose = 'own' | 'joint' | 'foreign';
export const WHOSE: readonly Whose[] = ['own', 'joint', 'foreign'];

/** A content type of the site whose entries come from submissions, with one entry of each kind. */
export interface EntryType {
  uid: string;
  /** The attribute that titles an entry. */
  title: string;
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
  entryTypes: EntryType[];
  articles: Record<Whose, Document>;
  files: { own: number; foreign: number };
}

/** In title, text, remark, body, file name and caption of everything that is unit B's alone. */
export const SECRET = 'zxqsecretqxz';

const types = (app: TestApp): Struct.ContentTypeSchema[] =>
  Object.values(app.strapi.contentTypes as unknown as Record<string, Struct.ContentTypeSchema>);

/** The content types whose entries come from submissions. */
export const sentInTypes = (app: TestApp): Struct.ContentTypeSchema[] =>
  types(app).filter(({ pluginOptions }) => pluginOptions?.points !== undefined);

const titleOf = ({ attributes }: Struct.ContentTypeSchema): string =>
  ['title', 'name'].find((name) => attributes[name]?.type === 'string') ?? 'title';

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
    if (!FREE_TEXT.test(name) || regex || maxLength < text.length || !('type' in attribute)) continue;
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

const makeEntries = async (
  app: TestApp,
  type: Struct.ContentTypeSchema,
  submissions: Record<Whose, Reference>,
  files: World['files']
): Promise<EntryType> => {
  const make = (whose: Whose): Promise<Document> => {
    const text = whose === 'foreign' ? SECRET : `${whose}文`;
    const file = whose === 'foreign' ? files.foreign : files.own;
    return app.make.documents(type.uid).create({
      data: {
        ...textsOf(type, text),
        ...(type.attributes.cover ? { cover: file } : {}),
        submission: submissions[whose].documentId,
      },
    });
  };
  return {
    uid: type.uid,
    title: titleOf(type),
    entries: { own: await make('own'), joint: await make('joint'), foreign: await make('foreign') },
  };
};

/** Builds the world on an application of its own. */
export const makeWorld = async (options: StartOptions = {}): Promise<World> => {
  const app = await startApp(options);
  await app.make.ruleSet({ effectiveTo: '2089-12-31' });
  const [a, b] = await app.make.units(2);
  const officerA = await app.make.person('officer', a);
  const leaderA = await app.make.person('leader', a);
  const officerB = await app.make.person('officer', b);

  // Each in the hands of who wrote it, so that the own unit may still change it.
  const submit = async (whose: Whose, by: Person, units: Document[]): Promise<Document> => {
    const text = whose === 'foreign' ? SECRET : `${whose}稿`;
    const { data } = bodyOf(
      await by.client.post<{ data: Document }>(`/content-manager/collection-types/${SUBMISSION}`, {
        title: text,
        text,
        category: 'culture-news',
        units: { connect: units.map(({ id, documentId }) => ({ id, documentId })) },
      })
    );
    await app.strapi.db
      .query(SUBMISSION)
      .updateMany({ where: { documentId: data.documentId }, data: { remark: text } });
    return data;
  };
  const submissions = {
    own: await submit('own', officerA, [a]),
    joint: await submit('joint', officerA, [a, b]),
    foreign: await submit('foreign', officerB, [b]),
  };
  const files = {
    own: await insertFile(app, 'ownpicture', officerA.account.id),
    foreign: await insertFile(app, SECRET, officerB.account.id),
  };
  const entryTypes: EntryType[] = [];
  for (const type of sentInTypes(app)) {
    entryTypes.push(await makeEntries(app, type, submissions, files));
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
    entryTypes,
    articles,
    files,
  };
};
