import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Account, Api, Client } from './api';
import type { Clock } from './app';
import type {
  Category,
  ManualChannel,
  Placement,
  UnitKind,
} from '../../src/plugins/points/domain/vocabulary';

/** What the document service gives back, as far as the suites look. */
export interface Document {
  id: number;
  documentId: string;
  [attribute: string]: unknown;
}

/** The document service of one content type, with the calls that the suites make. */
export interface Documents {
  create(params: Record<string, unknown>): Promise<Document>;
  update(params: { documentId: string } & Record<string, unknown>): Promise<Document | null>;
  publish(params: { documentId: string }): Promise<{ entries: Document[] }>;
  unpublish(params: { documentId: string }): Promise<{ entries: Document[] }>;
  discardDraft(params: { documentId: string }): Promise<{ entries: Document[] }>;
  delete(params: { documentId: string }): Promise<{ entries: Document[] }>;
  findOne(params: { documentId: string } & Record<string, unknown>): Promise<Document | null>;
  findMany(params?: Record<string, unknown>): Promise<Document[]>;
}

/** An array of a known length, so that its items can be named. */
type Tuple<T, Count extends number, Items extends T[] = []> = Items['length'] extends Count
  ? Items
  : Tuple<T, Count, [...Items, T]>;

/** Somebody of a unit. */
export interface Person {
  name: string;
  record: Document;
  account: Account;
  client: Client;
}

/** A made document: what others are told to point at it. */
export type Reference = Pick<Document, 'documentId'>;

export interface Makers {
  documents(uid: string): Documents;
  /** What an article is published with whatever its placement, beside its title. */
  publishable(): Promise<Record<string, unknown>>;
  /** The regulation's rule set, in force from a day and, where given, to a day (both included). */
  ruleSet(values?: {
    effectiveFrom?: string;
    effectiveTo?: string;
    [attribute: string]: unknown;
  }): Promise<Document>;
  unit(values?: {
    name?: string;
    code?: string;
    kind?: UnitKind;
    signOff?: boolean;
    activeFrom?: string;
    activeTo?: string;
  }): Promise<Document>;
  units<Count extends number>(count: Count, kind?: UnitKind): Promise<Tuple<Document, Count>>;
  /** With `account`, the person who logs in with it. */
  officer(
    unit: Reference,
    values?: { name?: string; account?: number; activeFrom?: string; activeTo?: string }
  ): Promise<Document>;
  /** An account of a unit's officer or leader, logged in, with the record that ties it to the unit. */
  person(role: 'officer' | 'leader', unit: Reference): Promise<Person>;
  submission(values: {
    units: Reference[];
    officers?: Reference[];
    title?: string;
    text?: string;
    remark?: string;
    category?: Category;
    /** Ids of uploaded files. */
    attachments?: number[];
    /** ISO 8601. */
    receivedAt?: string;
  }): Promise<Document>;
  /** A draft, unless `publish`. */
  article(values?: {
    title?: string;
    placement?: Placement | null;
    submission?: Reference | null;
    /** documentId; `null` for none, work dynamics unless told. */
    column?: string | null;
    body?: object[];
    publish?: boolean;
  }): Promise<Document>;
  /** Recorded by hand, as the office does it. */
  adoption(values: {
    submission: Reference;
    channel: ManualChannel;
    adoptedOn: string;
    organ?: string;
    reference?: string;
  }): Promise<Document>;
}

const ARTICLE = 'api::article.article';
const SEED = path.resolve(__dirname, '../../database/seeds/regulation.rule-set.json');

/** The regulation's rule set as the seed data has it, without dates. */
export const regulation = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(SEED, 'utf8')) as Record<string, unknown>;

/** One white pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  'base64'
);
/** Puts a picture among the public files under a name of its own, for other suites may delete theirs. */
const storePicture = async (publicDirectory: string): Promise<string> => {
  const hash = `picture_${randomBytes(6).toString('hex')}`;
  await writeFile(path.join(publicDirectory, 'uploads', `${hash}.png`), PIXEL);
  return hash;
};

const idsOf = (references: Reference[] = []): string[] =>
  references.map(({ documentId }) => documentId);

let count = 0;

const next = (): number => (count += 1);

/**
 * Makers for one application; names and codes count up, so that a suite may leave them out, also
 * when it starts the application again on what is there.
 */
export const createMakers = (strapi: Core.Strapi, api: Api): Makers => {
  const documents = (uid: string): Documents =>
    strapi.documents(uid as never) as unknown as Documents;

  let fitForAnyPlacement: Promise<Record<string, unknown>> | undefined;

  const publishable: Makers['publishable'] = () =>
    (fitForAnyPlacement ??= (async () => {
      const hash = await storePicture(strapi.dirs.static.public);
      const { id: cover } = (await strapi.db.query('plugin::upload.file').create({
        data: {
          ...{ name: '画面.png', alternativeText: '画面', hash, ext: '.png' },
          ...{ mime: 'image/png', size: 1, url: `/uploads/${hash}.png` },
          ...{ provider: 'local', folderPath: '/' },
        },
      })) as { id: number };
      const column = await strapi.db
        .query('api::column.column')
        .findOne({ where: { code: 'work-dynamics' } });
      return {
        body: [{ type: 'paragraph', children: [{ type: 'text', text: '正文。' }] }],
        cover,
        videoUrl: 'https://films.example.test/1',
        column: (column as Document | null)?.documentId ?? null,
      };
    })());

  const unit: Makers['unit'] = (values = {}) => {
    const number = next();
    return documents('plugin::points.unit').create({
      data: { code: `U${number}`, name: `单位${number}`, kind: 'institution', ...values },
    });
  };

  return {
    documents,
    publishable,
    unit,
    ruleSet: async (values = {}) =>
      documents('plugin::points.rule-set').create({
        data: { ...(await regulation()), effectiveFrom: '2025-01-01', ...values },
      }),
    units: async <Count extends number>(number: Count, kind: UnitKind = 'institution') => {
      const made: Document[] = [];
      for (let index = 0; index < number; index += 1) made.push(await unit({ kind }));
      return made as Tuple<Document, Count>;
    },
    officer: (ofUnit, values = {}) =>
      documents('plugin::points.officer').create({
        data: { name: `信息员${next()}`, unit: ofUnit.documentId, ...values },
      }),
    person: async (role, ofUnit) => {
      const account = await api.accountOf(role);
      const name = `人员${next()}`;
      const record = await documents('plugin::points.officer').create({
        data: { name, unit: ofUnit.documentId, post: role, account: account.id },
      });
      return { name, record, account, client: await api.login(account) };
    },
    submission: ({ units, officers, ...values }) =>
      documents('plugin::points.submission').create({
        data: {
          title: `报送信息${next()}`,
          category: 'culture-news',
          receivedAt: '2026-01-05T01:00:00.000Z',
          ...values,
          units: idsOf(units),
          officers: idsOf(officers),
        },
      }),
    article: async ({ submission = null, publish = false, ...values } = {}) => {
      const article = await documents(ARTICLE).create({
        data: {
          title: `资讯${next()}`,
          ...(await publishable()),
          ...values,
          submission: submission?.documentId ?? null,
        },
      });
      if (publish) await documents(ARTICLE).publish({ documentId: article.documentId });
      return article;
    },
    adoption: ({ submission, ...values }) => {
      const clock = strapi.plugin('points').service<Clock>('clock');
      // Nothing is recorded before it has happened: at the end of that day it has, everywhere.
      const then = new Date(`${values.adoptedOn.slice(0, 10)}T15:59:00.000Z`);
      return clock.at(then > clock.now() ? then : clock.now(), () =>
        documents('plugin::points.adoption').create({
          data: { ...values, submission: submission.documentId },
        })
      );
    },
  };
};
