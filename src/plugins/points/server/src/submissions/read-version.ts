import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { commissionRepository } from '../commissions/commissions-repository';
import { UID } from '../constants';
import { entryRepository } from '../records/entries';
import { fileRepository, type FileStamp } from '../records/files';
import { currentTexts } from './current-texts';
import { type WorkflowRecord, workflowRepository } from './workflow-repository';

/**
 * The mark of a submission as it reads now: title, text, files, category, contributors, day and what
 * it answers, with those of the entry that it was drafted with. Whoever signs says which they have read.
 */
export const readVersionService = oncePerApplication((strapi: Core.Strapi) => {
  const commissions = commissionRepository(strapi);
  const entries = entryRepository(strapi);
  const files = fileRepository(strapi);
  const workflows = workflowRepository(strapi);

  const entryPart = async (trx: Transaction, { entry }: WorkflowRecord): Promise<unknown> => {
    if (!entry) return null;
    const { uid, documentId } = entry;
    const rows = await entries.editedStamps(trx, uid, documentId);
    const attached = await files.stampsOn(
      trx,
      uid,
      rows.map(({ id }) => id)
    );
    return [rows, [...attached.values()]];
  };

  const versionOf = async (
    trx: Transaction,
    submission: WorkflowRecord,
    attached: readonly FileStamp[]
  ): Promise<string> => {
    const { title, text } = await currentTexts(strapi, trx, submission);
    const isCommissioned = submission.category === 'commissioned';
    const commission = isCommissioned ? await commissions.ofSubmission(trx, submission.id) : null;
    const read = [
      ...[title, text, submission.category, submission.eventDate, submission.signer],
      submission.units.map(({ id }) => id),
      [...submission.officerNames.keys()].sort((one, other) => one - other),
      [attached, commission?.id ?? null],
      await entryPart(trx, submission),
    ];
    return createHash('sha256').update(JSON.stringify(read)).digest('hex');
  };

  /** Of some submissions, by their ids. */
  const ofAll = async (
    trx: Transaction,
    submissions: readonly WorkflowRecord[]
  ): Promise<Map<number, string>> => {
    const ids = submissions.map(({ id }) => id);
    const attached = await files.stampsOn(trx, UID.submission, ids);
    const versions = new Map<number, string>();
    for (const submission of submissions) {
      const own = attached.get(submission.id) ?? [];
      versions.set(submission.id, await versionOf(trx, submission, own));
    }
    return versions;
  };

  return {
    async of(trx: Transaction, submission: WorkflowRecord): Promise<string> {
      return (await ofAll(trx, [submission])).get(submission.id) ?? '';
    },

    /** Of the submissions with the ids, by id. */
    async ofIds(trx: Transaction, ids: readonly number[]): Promise<Map<number, string>> {
      return ofAll(trx, await workflows.findAll(trx, ids));
    },
  };
});
