import type { Core } from '@strapi/strapi';
import type {
  RecordAdoptionBody,
  WithdrawAdoptionBody,
} from '../../plugins/points/server/src/public';
import { backdate, type Dates } from './backdate';
import { dayOf } from './calendar';
import type { DemoEvent, PlannedAdoption, PlannedArticle, PlannedSubmission } from './plan';
import { clockOf, documentsOf, type Stored } from './strapi';

const ARTICLE = 'api::article.article';
const SUBMISSION = 'plugin::points.submission';

interface AdoptionService {
  record(body: RecordAdoptionBody): Promise<{ documentId: string }>;
  withdraw(documentId: string, body: WithdrawAdoptionBody): Promise<unknown>;
}

/** What the story needs to be there before it begins. */
export interface Cast {
  /** By code. */
  units: ReadonlyMap<string, Stored>;
  /** By name. */
  officers: ReadonlyMap<string, Stored>;
  /** Ids in the media library. */
  pictures: readonly number[];
  /** Ids in the media library. */
  films: readonly number[];
  /** The admin account that edits the site. */
  editor: number;
}

type Of<K extends DemoEvent['kind']> = Extract<DemoEvent, { kind: K }>;
type Handlers = { [K in DemoEvent['kind']]: (event: Of<K>) => Promise<void> };

const required = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key);
  if (value === undefined) throw new Error('The demo refers to something before it was made.');
  return value;
};

const createHandlers = (strapi: Core.Strapi, cast: Cast, dates: Map<string, Dates>): Handlers => {
  const articles = documentsOf(strapi, ARTICLE);
  const adoptions = strapi.plugin('points').service<AdoptionService>('adoptions');
  const madeSubmissions = new Map<PlannedSubmission, string>();
  const madeArticles = new Map<PlannedArticle, string>();
  const madeAdoptions = new Map<PlannedAdoption, string>();

  const touch = (documentId: string, at: Date, publishedAt?: Date): void => {
    const known = required(dates, documentId);
    dates.set(documentId, {
      ...known,
      updatedAt: at,
      publishedAt: publishedAt ?? known.publishedAt,
    });
  };

  const publish = async (article: PlannedArticle, at: Date): Promise<void> => {
    const documentId = required(madeArticles, article);
    await articles.publish({ documentId });
    touch(documentId, at, at);
  };

  const choose = (from: readonly number[], number: number): number => {
    const id = from[number % from.length];
    if (id === undefined) throw new Error('The demo has nothing to show.');
    return id;
  };

  const mediaOf = ({ number, placement }: PlannedArticle): Record<string, unknown> => {
    const picture = (index: number): number => choose(cast.pictures, number * 7 + index * 5);
    return {
      cover: picture(0),
      ...(placement === 'picture' ? { pictures: [picture(1), picture(2), picture(3)] } : {}),
      ...(placement === 'video' ? { video: choose(cast.films, number) } : {}),
    };
  };

  return {
    receive: async ({ at, submission }) => {
      const { title, category, text, receivedAt, contributions } = submission;
      const { documentId } = await documentsOf(strapi, SUBMISSION).create({
        data: {
          title,
          category,
          text,
          receivedAt,
          units: contributions.map(({ unit }) => required(cast.units, unit).documentId),
          officers: contributions.flatMap(({ officers }) =>
            officers.map(({ name }) => required(cast.officers, name).documentId)
          ),
        },
      });
      madeSubmissions.set(submission, documentId);
      dates.set(documentId, { uid: SUBMISSION, createdAt: at, updatedAt: at, publishedAt: at });
    },
    draft: async ({ at, article }) => {
      const { title, summary, body, source, submission, placement } = article;
      const { documentId } = await articles.create({
        data: {
          title,
          summary,
          body,
          source,
          ...mediaOf(article),
          ...(placement ? { placement } : {}),
          ...(submission ? { submission: required(madeSubmissions, submission) } : {}),
          createdBy: cast.editor,
          updatedBy: cast.editor,
        },
      });
      madeArticles.set(article, documentId);
      dates.set(documentId, { uid: ARTICLE, createdAt: at, updatedAt: at });
    },
    publish: ({ at, article }) => publish(article, at),
    move: async ({ at, article, placement }) => {
      const documentId = required(madeArticles, article);
      await articles.update({
        documentId,
        data: { placement, ...mediaOf({ ...article, placement }) },
      });
      await publish(article, at);
    },
    unpublish: async ({ at, article }) => {
      const documentId = required(madeArticles, article);
      await articles.unpublish({ documentId });
      touch(documentId, at);
    },
    adopt: async ({ at, adoption }) => {
      const { submission, channel, organ, reference } = adoption;
      const { documentId } = await adoptions.record({
        submission: required(madeSubmissions, submission),
        channel,
        adoptedOn: dayOf(at),
        organ,
        reference,
      });
      madeAdoptions.set(adoption, documentId);
    },
    withdraw: async ({ adoption, reason }) => {
      await adoptions.withdraw(required(madeAdoptions, adoption), { reason });
    },
  };
};

const handle = (handlers: Handlers, event: DemoEvent): Promise<void> => {
  const handler = handlers[event.kind] as (happened: DemoEvent) => Promise<void>;
  return handler(event);
};

/**
 * Lives through the events: each happens, by the ledger's clock, at its own moment, through the
 * same services that the screens use.
 */
export const playEvents = async (
  strapi: Core.Strapi,
  cast: Cast,
  events: readonly DemoEvent[]
): Promise<void> => {
  const clock = clockOf(strapi);
  const dates = new Map<string, Dates>();
  const handlers = createHandlers(strapi, cast, dates);
  for (const event of events) await clock.at(event.at, () => handle(handlers, event));
  await backdate(strapi, dates);
};
