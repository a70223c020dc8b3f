import type { Core } from '@strapi/strapi';
import { setupRegistry, type SetupFinding } from '../../plugins/points/server/src/public';
import { COLUMN } from '../content-types';
import { inARow, say } from '../refusals';

interface Column {
  name: string;
  units: Array<{ id: number }>;
}

const MOST_NAMED = 5;

/** News come from everybody; all else is base content, which is some unit's duty (§四, §七 注). */
const findColumns = async (strapi: Core.Strapi): Promise<Column[]> =>
  (await strapi.db.query(COLUMN).findMany({
    select: ['name'],
    where: { section: { $ne: 'news' }, carries: { $notNull: true } },
    populate: { units: { select: ['id'] } },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
  })) as Column[];

const look = async (strapi: Core.Strapi): Promise<SetupFinding> => {
  const columns = await findColumns(strapi);
  const without = columns.filter(({ units }) => units.length === 0).map(({ name }) => name);
  const isDone = without.length === 0;
  const values = { count: without.length, names: inARow(strapi, without.slice(0, MOST_NAMED)) };
  return {
    isDone,
    title: say(strapi, 'setup.columns.title'),
    why: say(strapi, isDone ? 'setup.columns.done' : 'setup.columns.lacking', values),
    progress: { have: columns.length - without.length, need: columns.length },
  };
};

/** Puts the units responsible for columns among the steps of setting up. */
export const addColumnsStep = (strapi: Core.Strapi): void =>
  setupRegistry(strapi).addStep({
    key: 'columns',
    after: 'heads',
    isRequired: false,
    needs: ['units'],
    page: `/content-manager/collection-types/${COLUMN}`,
    look: () => look(strapi),
  });
