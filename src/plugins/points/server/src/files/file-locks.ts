import type { Core } from '@strapi/strapi';
import { isOpenToUnit } from '../../../domain/submission-workflow';
import { isOptedIn } from '../content-types/opt-in';
import { UID } from '../constants';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { type FileUse, fileUseRepository } from './file-uses-repository';
import { draftingService } from '../submissions/drafting';
import { workflowOf } from '../submissions/transition-context';
import { personOf } from '../records/requester';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { fileRepository } from '../records/files';
import { type KeptFor, keptFileRepository } from '../ledger/kept-files-repository';
import { workflowRepository } from '../submissions/workflow-repository';
import type { Transaction } from '../../../../../common/database/transaction';
import { contentTypesOf } from '../../../../../common/documents/content-types';
import { refuse, sentence } from '../messages';

/** What a file belongs to that does not let go of it. */
interface Lock {
  what:
    | 'submission'
    | 'commission'
    | 'adoption'
    | 'bonus'
    | 'deduction'
    | 'objection'
    | 'entry'
    | 'counted';
  title: string;
}

const lockOf = ({ title, reason, objection, deduction }: KeptFor): Lock => {
  if (deduction !== null) return { what: 'deduction', title: deduction };
  if (objection !== null) return { what: 'objection', title: objection };
  return reason === null
    ? { what: 'counted', title: title ?? '' }
    : { what: 'bonus', title: reason };
};

/** A file is locked as its row is: what was sent, adopted or published keeps its files as they are. */
export const fileLockService = oncePerApplication((strapi: Core.Strapi) => {
  const files = fileRepository(strapi);
  const fileUses = fileUseRepository(strapi);
  const keptFiles = keptFileRepository(strapi);
  const workflows = workflowRepository(strapi);

  const lockBy = async (trx: Transaction, use: FileUse): Promise<Lock | null> => {
    const { uid, id, title } = use;
    if (use.isPublic) return { what: 'entry', title };
    if (uid === UID.commission) return { what: 'commission', title };
    if (uid === UID.adoption) return { what: 'adoption', title };
    if (uid === UID.bonus) return { what: 'bonus', title };
    if (uid === UID.deduction) return { what: 'deduction', title };
    if (uid === UID.objection) return { what: 'objection', title };
    if (uid !== UID.submission) return null;
    const submission = await workflows.findById(trx, id);
    return submission && !isOpenToUnit(workflowOf(submission))
      ? { what: 'submission', title }
      : null;
  };

  /** What a unit may not write any more, it does not change the pictures of either. */
  const requireOpenEntry = async (
    trx: Transaction,
    { uid, documentId }: FileUse
  ): Promise<void> => {
    const type = contentTypesOf(strapi).get(uid);
    if (!type || !isOptedIn(type) || !personOf(strapi)?.isOfUnit) return;
    await draftingService(strapi).requireOpen(trx, { uid, documentId }, false);
  };

  const locked = async (trx: Transaction, file: number, { what, title }: Lock) => {
    const [stored] = await files.stored(trx, [file]);
    return refuse(strapi, 'files', 'error.file.locked', {
      name: stored?.name ?? String(file),
      what: sentence(languageOfRequest(strapi), `word.file.${what}`),
      title,
    });
  };

  return {
    /**
     * @throws ValidationError that names a file and what it belongs to, when one of them belongs to
     *   what was sent, adopted or published, or points rest on it
     */
    async requireUnlocked(trx: Transaction, ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return;
      const [kept] = await keptFiles.among(trx, ids);
      if (kept) throw await locked(trx, kept.file, lockOf(kept));
      for (const use of await fileUses.of(trx, ids)) {
        const lock = await lockBy(trx, use);
        if (lock) throw await locked(trx, use.file, lock);
        await requireOpenEntry(trx, use);
      }
    },
  };
});
