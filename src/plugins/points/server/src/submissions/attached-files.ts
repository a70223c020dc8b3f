import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../../common/database/transaction';
import { UID } from '../constants';
import { entryRepository } from '../records/entries';
import { type FileRecord, fileRepository } from '../records/files';
import type { WorkflowRecord } from './workflow-repository';

/** All files of a submission: its own, then those of the entry that its unit drafted it with. */
export const attachedFiles = async (
  strapi: Core.Strapi,
  trx: Transaction,
  submission: Pick<WorkflowRecord, 'id' | 'entry'>
): Promise<FileRecord[]> => {
  const files = fileRepository(strapi);
  const own = await files.attachedTo(trx, UID.submission, [submission.id]);
  if (!submission.entry) return own;
  const { uid, documentId } = submission.entry;
  const rows = await entryRepository(strapi).editedIds(trx, uid, documentId);
  return [...own, ...(await files.attachedTo(trx, uid, rows))];
};
