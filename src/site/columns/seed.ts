import type { Core } from '@strapi/strapi';
import seed from '../../../database/seeds/columns.json';
import { COLUMN } from '../content-types';
import { takeTurns } from '../lock';
import { inTransaction } from '../../common/database/transaction';

interface SeedColumn {
  code: string;
  parent?: string;
  [attribute: string]: unknown;
}

interface Store {
  get(): Promise<unknown>;
  set(params: { value: unknown }): Promise<void>;
}

const columns: readonly SeedColumn[] = seed.columns;

/** Remembers which columns were put in place once: one that the office deletes stays away. */
const seeded = (strapi: Core.Strapi): Store =>
  strapi.store({ type: 'core', name: 'site', key: 'planted_columns' });

const idOf = async (strapi: Core.Strapi, code: string): Promise<string | undefined> => {
  const found = (await strapi.db.query(COLUMN).findOne({ where: { code } })) as {
    documentId: string;
  } | null;
  return found?.documentId;
};

const seedColumn = async (
  strapi: Core.Strapi,
  { parent, ...column }: SeedColumn
): Promise<void> => {
  if ((await idOf(strapi, column.code)) !== undefined) return;
  const above = parent === undefined ? null : ((await idOf(strapi, parent)) ?? null);
  await strapi.documents(COLUMN).create({ data: { ...column, parent: above } as never });
};

/**
 * Puts the columns in place that the regulation names (§四, `database/seeds/columns.json`). Run at
 * every boot: each is made once, and what the office makes of it afterwards stays.
 */
export const seedColumns = async (strapi: Core.Strapi): Promise<void> => {
  const known = new Set(((await seeded(strapi).get()) as string[] | null) ?? []);
  if (columns.every(({ code }) => known.has(code))) return;
  await inTransaction(strapi, async () => {
    await takeTurns(strapi, 'columns');
    for (const column of columns) if (!known.has(column.code)) await seedColumn(strapi, column);
    await seeded(strapi).set({ value: columns.map(({ code }) => code) });
  });
};
