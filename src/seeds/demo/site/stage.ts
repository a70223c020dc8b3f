import type { Core, UID } from '@strapi/strapi';
import type { Dates } from '../backdate';
import { addDays, dayOf, momentOf } from '../calendar';
import { clockOf, documentsOf } from '../strapi';

type Data = Record<string, unknown>;

/** A picture of the media library and the scene that it shows. */
export interface Picture {
  scene: string;
  id: number;
}

interface Props {
  strapi: Core.Strapi;
  /** The end of the story. */
  until: Date;
  /** documentIds by code. */
  columns: ReadonlyMap<string, string>;
  /** documentIds by code. */
  units: ReadonlyMap<string, string>;
  pictures: readonly Picture[];
  films: readonly number[];
  /** Ids of attachments by name. */
  files: ReadonlyMap<string, number>;
  /** The admin account that edits the site. */
  editor: number;
}

/** Where the site's columns are filled: what entries refer to, and the publishing of them. */
export interface Stage {
  until: Date;
  column(code: string): string;
  unit(code: string): string;
  /** A picture of the scene; other numbers may give other colourings. */
  picture(scene: string, number: number): number;
  film(number: number): number;
  file(name: string): number;
  /** A moment that lies so many days, at least one, before the end, in the hours of the bureau. */
  daysBefore(days: number): Date;
  /** The Chinese day that lies so many days before the end, or after it where they are negative. */
  dayBefore(days: number): string;
  /**
   * Publishes an entry at its own moment.
   *
   * @returns its documentId
   */
  publish(uid: UID.ContentType, at: Date, data: Data): Promise<string>;
}

const required = <V>(map: ReadonlyMap<string, V>, key: string): V => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo has no "${key}".`);
  return value;
};

const choose = <T>(from: readonly T[], number: number, what: string): T => {
  const chosen = from[number % from.length];
  if (chosen === undefined) throw new Error(`The demo has no ${what}.`);
  return chosen;
};

/** @param dates told when each entry was made and published */
export const createStage = (props: Props, dates: Map<string, Dates>): Stage => {
  const { strapi, until, editor } = props;
  const clock = clockOf(strapi);
  /** The bureau publishes in its hours, not every time at the same minute. */
  const daysBefore = (days: number): Date =>
    momentOf(dayOf(addDays(until, -days)), 9 + (days % 8), (days * 17) % 60);

  return {
    until,
    column: (code) => required(props.columns, code),
    unit: (code) => required(props.units, code),
    picture: (scene, number) =>
      choose(
        props.pictures.filter((picture) => picture.scene === scene),
        number,
        `picture of ${scene}`
      ).id,
    film: (number) => choose(props.films, number, 'film'),
    file: (name) => required(props.files, name),
    daysBefore,
    dayBefore: (days) => dayOf(addDays(until, -days)),
    publish: async (uid, at, data) => {
      const stored = await clock.at(at, () =>
        documentsOf(strapi, uid).create({
          status: 'published',
          data: { ...data, createdBy: editor, updatedBy: editor },
        })
      );
      const madeAt = addDays(at, -1 / 24);
      dates.set(stored.documentId, { uid, createdAt: madeAt, updatedAt: at, publishedAt: at });
      return stored.documentId;
    },
  };
};
