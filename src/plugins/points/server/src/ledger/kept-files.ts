import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import type { FileFinding } from '../../../shared/contracts';
import { type CountedFile, type Counting, keptFileRepository } from './kept-files-repository';
import { withLedgerLock } from '../ledger-lock';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { fileRepository } from '../records/files';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Keeps by hash what points rest on: evidence, attachments and pictures of what is adopted. */
export const keptFileService = oncePerApplication((strapi: Core.Strapi) => {
  const files = fileRepository(strapi);
  const keptFiles = keptFileRepository(strapi);

  /** SHA-256 of the bytes at an address, `null` where there are none. */
  const hashOf = async (url: string): Promise<string | null> => {
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(path.join(strapi.dirs.static.public, url)), hash);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
    return hash.digest('hex');
  };

  const keepAll = async (trx: Transaction, found: readonly CountedFile[]): Promise<void> => {
    for (const file of found) {
      const sha256 = await hashOf(file.url);
      await keptFiles.append(trx, [{ ...file, sha256 }], clock.now());
    }
  };

  const keep = async (trx: Transaction, counting: Counting | null): Promise<void> =>
    keepAll(trx, await keptFiles.missing(trx, counting));

  const keepOfBonuses = async (trx: Transaction, ids: readonly number[] | null): Promise<void> =>
    keepAll(trx, await keptFiles.missingOfBonuses(trx, ids));

  const keepOfObjections = async (trx: Transaction, ids: readonly number[] | null): Promise<void> =>
    keepAll(trx, await keptFiles.missingOfObjections(trx, ids));

  const keepOfDeductions = async (trx: Transaction, ids: readonly number[] | null): Promise<void> =>
    keepAll(trx, await keptFiles.missingOfDeductions(trx, ids));

  return {
    /** Keeps files that were found to count and not to be kept yet. */
    keepAll,

    /** Keeps what counts for some submissions and is not kept yet. */
    keep,

    /** Keeps the evidence of some bonuses in force that is not kept yet. */
    keepOfBonuses,

    /** Keeps what was filed with some objections and is not kept yet. */
    keepOfObjections,

    /** Keeps the evidence of some deductions that is not kept yet. */
    keepOfDeductions,

    /** Keeps what counted before files were kept. Run at every boot, it finds nothing then. */
    async fill(): Promise<void> {
      await withLedgerLock(strapi, async (trx) => {
        await keep(trx, null);
        await keepOfBonuses(trx, null);
        await keepOfObjections(trx, null);
        await keepOfDeductions(trx, null);
      });
    },

    /** Kept files whose bytes are gone or are not what they were. */
    async differing(): Promise<FileFinding[]> {
      const kept = await inTransaction(strapi, async (trx) => {
        const rows = await keptFiles.all(trx);
        const addresses = await files.addresses(
          trx,
          rows.map(({ documentId }) => documentId)
        );
        return rows.map((row) => ({ ...row, url: addresses.get(row.documentId) ?? row.url }));
      });
      const findings: FileFinding[] = [];
      for (const { documentId, name, url, sha256, ...counts } of kept) {
        const now = await hashOf(url);
        if (now !== null && now === sha256) continue;
        const problem = now === null || sha256 === null ? 'missing' : 'changed';
        findings.push({ file: documentId, ...counts, name, problem });
      }
      return findings;
    },
  };
});
