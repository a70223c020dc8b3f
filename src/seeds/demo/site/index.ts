import type { Core } from '@strapi/strapi';
import { backdate, type Dates } from '../backdate';
import { drawPictures } from '../pictures/draw';
import { PARTICULAR_SCENES, SCENES } from '../pictures/scenes';
import { uploadDrawings } from '../pictures/upload';
import type { Random } from '../random';
import type { Stored } from '../strapi';
import { publishColumns } from './columns';
import { makeFiles } from './files';
import { createStage, type Picture } from './stage';

export interface SiteProps {
  random: Random;
  /** The end of the story: nothing is published later. */
  until: Date;
  /** By code. */
  units: ReadonlyMap<string, Stored>;
  /** Ids of the drawn scenes, scene by scene in all their colourings. */
  pictures: readonly number[];
  films: readonly number[];
  /** In how many colourings each scene is drawn. */
  colourings: number;
  /** The admin account that edits the site. */
  editor: number;
}

const columnsByCode = async (strapi: Core.Strapi): Promise<Map<string, string>> => {
  const columns = (await strapi.db.query('api::column.column').findMany()) as Array<{
    code: string;
    documentId: string;
  }>;
  return new Map(columns.map(({ code, documentId }) => [code, documentId]));
};

const scenesOf = (
  scenes: ReadonlyArray<{ name: string }>,
  colourings: number,
  ids: readonly number[]
): Picture[] =>
  ids.map((id, index) => ({ id, scene: scenes[Math.floor(index / colourings)]?.name ?? '' }));

const uploadFiles = async (strapi: Core.Strapi): Promise<Map<string, number>> => {
  const files = await makeFiles();
  const ids = await uploadDrawings(strapi, files);
  return new Map(files.map(({ name }, index) => [name, ids[index] ?? 0]));
};

/**
 * Fills every column of the regulation that carries entries, beside the news that the story brings:
 * each entry is published through the document service at its own moment.
 */
export const publishSite = async (
  strapi: Core.Strapi,
  { random, until, units, pictures, films, colourings, editor }: SiteProps
): Promise<void> => {
  const particular = await drawPictures(
    random.fork('particular scenes'),
    colourings,
    PARTICULAR_SCENES
  );
  const particularIds = await uploadDrawings(strapi, particular);
  const dates = new Map<string, Dates>();
  const stage = createStage(
    {
      strapi,
      until,
      columns: await columnsByCode(strapi),
      units: new Map([...units].map(([code, { documentId }]) => [code, documentId])),
      pictures: [
        ...scenesOf(SCENES, colourings, pictures),
        ...scenesOf(PARTICULAR_SCENES, colourings, particularIds),
      ],
      films,
      files: await uploadFiles(strapi),
      editor,
    },
    dates
  );
  await publishColumns(stage);
  await backdate(strapi, dates);
};
