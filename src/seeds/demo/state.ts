import type { Core } from '@strapi/strapi';

/** `foreign`: holds data that the demo did not make. */
export type DemoState = 'empty' | 'seeding' | 'complete' | 'foreign';

const store = (strapi: Core.Strapi) => strapi.store({ type: 'demo', name: 'seeds' });

/** How far the demo's data are in this database. */
export const demoState = async (strapi: Core.Strapi): Promise<DemoState> => {
  const marked = await store(strapi).get({ key: 'state' });
  if (marked === 'seeding' || marked === 'complete') return marked;
  const accounts = await strapi.db.query('admin::user').count();
  const units = await strapi.db.query('plugin::points.unit').count();
  return accounts + units === 0 ? 'empty' : 'foreign';
};

export const markDemo = async (
  strapi: Core.Strapi,
  state: 'seeding' | 'complete'
): Promise<void> => {
  await store(strapi).set({ key: 'state', value: state });
};
