import type { Core } from '@strapi/strapi';
import type { Version } from '../records/history';
import type { WorkflowRecord } from './workflow-repository';
import { entryRepository } from '../records/entries';
import type { Transaction } from '../../../../../common/database/transaction';

/** A submission's words now: the entry's where the unit drafted one, for there they are worked on. */
export const currentTexts = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { title, text, entry }: WorkflowRecord
): Promise<Version> => {
  if (!entry) return { title, text };
  const entries = entryRepository(strapi);
  return {
    title: (await entries.title(trx, entry.uid, entry.documentId)) ?? title,
    text: (await entries.plainText(trx, entry.uid, entry.documentId)) || text,
  };
};
