import type { Core } from '@strapi/strapi';
import { repositories } from '../repositories';
import type { Transaction } from '../repositories/connection';
import type { Version } from '../repositories/history';
import type { LifeRecord } from '../repositories/lives';

/** A submission's words now: the entry's where the unit drafted one, for there they are worked on. */
export const wordsNow = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { title, text, entry }: LifeRecord
): Promise<Version> => {
  if (!entry) return { title, text };
  const { entries } = repositories(strapi);
  return {
    title: (await entries.title(trx, entry.uid, entry.documentId)) ?? title,
    text: (await entries.plainText(trx, entry.uid, entry.documentId)) || text,
  };
};
