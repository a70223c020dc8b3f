import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isOptedIn } from '../content-types/opt-in';
import { UID, FILE } from '../constants';
import {
  attachmentTableOf,
  linkTableOf,
  newDocumentId,
  tableOf,
} from '../../../../../common/database/tables';
import { isOneOf } from '../../../../../common/database/dialect';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { isInScope, reading, type Reading } from '../../../../../common/database/query-batch';
import type { Transaction } from '../../../../../common/database/transaction';
import { contentTypesOf } from '../../../../../common/documents/content-types';

/** A file that points rest on, as it is stored. */
export interface CountedFile {
  documentId: string;
  /** documentId of the submission that it counts for, of the bonus, of the objection, or of the deduction. */
  submission: string | null;
  bonus: string | null;
  objection: string | null;
  deduction: string | null;
  name: string;
  url: string;
}

const OF_NOTHING_ELSE = { bonus: null, objection: null, deduction: null };

const OF_NOBODY = { submission: null, ...OF_NOTHING_ELSE };

type StoredFile = Pick<CountedFile, 'documentId' | 'name' | 'url'>;

/** A file that was kept, with the hash of its bytes then; `null` where there were none. */
export interface KeptFile extends CountedFile {
  sha256: string | null;
}

/** A file that was kept, and what for: one of the four names it, the others are `null`. */
export interface KeptFor {
  file: number;
  /** The submission's title. */
  title: string | null;
  /** The bonus's reason. */
  reason: string | null;
  /** What the objection is about. */
  objection: string | null;
  /** The deduction's reason. */
  deduction: string | null;
}

/** Submissions, and the types of the entries by which they were adopted. */
export interface Counting {
  ids: readonly number[];
  entryTypes: readonly string[];
}

/** Which column of a table names a row, and which the submission that it belongs to. */
interface Tie {
  table: string;
  row: string;
  submission: string;
}

/** A file of a submission that counts, as it is read. */
type FoundFile = Omit<CountedFile, keyof typeof OF_NOTHING_ELSE>;

/** Each file once, as what counts for its submission. */
const ofSubmissions = (found: readonly FoundFile[]): CountedFile[] => [
  ...new Map(found.map((file) => [file.documentId, { ...OF_NOTHING_ELSE, ...file }])).values(),
];

/** The files that points rest on. They are appended when they begin to count, and stay. */
export const keptFileRepository = oncePerApplication((strapi: Core.Strapi) => {
  const kept = tableOf(strapi, UID.keptFile);
  const related = attachmentTableOf(strapi, FILE);
  const adopted = linkTableOf(strapi, UID.adoption, 'submission');

  const adoptionsInForce = (knex: Knex): Knex.QueryBuilder =>
    knex({ l: adopted.table })
      .join({ a: tableOf(strapi, UID.adoption) }, 'a.id', `l.${adopted.source}`)
      .whereNull('a.withdrawn_at');

  const among = (column: string, ids: Knex.QueryBuilder): Knex.Raw =>
    strapi.db.connection.raw(`?? ${isOneOf(strapi, ids.toQuery())}`, [column]);

  /**
   * Files on some rows of a type. Read in this order, from the few rows on: SQLite, which knows no sizes,
   * and PostgreSQL, where its statistics are old, would begin with all files or entries.
   */
  const notKept = (knex: Knex, uid: string, ids: Knex.QueryBuilder): Knex.QueryBuilder =>
    knex({ r: related.table })
      .crossJoin(knex.raw('?? as f', [tableOf(strapi, FILE)]))
      .leftJoin({ k: kept }, 'k.file_document_id', 'f.document_id')
      .where(`r.${related.type}`, uid)
      .where(among(`r.${related.id}`, ids))
      .whereRaw('?? = ??', ['f.id', `r.${related.file}`])
      .whereNull('k.id')
      .select({ documentId: 'f.document_id', name: 'f.name', url: 'f.url' });

  const itself: Tie = { table: tableOf(strapi, UID.submission), row: 'id', submission: 'id' };
  const tieOf = (uid: string): Tie => {
    const { source, table, target } = linkTableOf(strapi, uid, 'submission');
    return { table, row: source, submission: target };
  };

  /**
   * Files of some submissions: evidence of adoptions in force, attachments, and what is on published
   * entries of some types.
   *
   * @param isOf that a column names one of the submissions
   */
  const filesOf = (
    knex: Knex,
    isOf: (column: string) => Knex.Raw,
    types: readonly string[]
  ): Knex.QueryBuilder => {
    const on = (uid: string, ids: Knex.QueryBuilder, tie: Tie): Knex.QueryBuilder =>
      notKept(knex, uid, ids)
        .crossJoin(knex.raw('?? as t', [tie.table]))
        .crossJoin(knex.raw('?? as s', [itself.table]))
        .whereRaw('?? = ??', [`t.${tie.row}`, `r.${related.id}`])
        .where(isOf(`t.${tie.submission}`))
        .whereRaw('?? = ??', ['s.id', `t.${tie.submission}`])
        .select({ submission: 's.document_id' });
    const published = (uid: string): Knex.QueryBuilder => {
      const tie = tieOf(uid);
      const tied = knex(tie.table).where(isOf(tie.submission)).select(tie.row);
      const entries = knex(tableOf(strapi, uid)).where(among('id', tied));
      return on(uid, entries.whereNotNull('published_at').select('id'), tie);
    };
    const evidence = adoptionsInForce(knex)
      .where(isOf(`l.${adopted.target}`))
      .select('a.id');
    return on(UID.adoption, evidence, tieOf(UID.adoption)).unionAll([
      on(UID.submission, knex(itself.table).where(isOf('id')).select('id'), itself),
      ...types.map(published),
    ]);
  };

  /** Evidence of rows of what is given, taken or said by hand, named as what it counts for. */
  const filesByHand = async (
    trx: Transaction,
    { uid, of, rows }: { uid: string; of: keyof typeof OF_NOTHING_ELSE; rows: Knex.QueryBuilder },
    ids: readonly number[] | null
  ): Promise<CountedFile[]> => {
    if (ids !== null) void rows.whereIn('id', [...ids]);
    const found: Array<StoredFile & { owner: string }> = await notKept(trx, uid, rows.select('id'))
      .join({ c: tableOf(strapi, uid) }, 'c.id', `r.${related.id}`)
      .select({ owner: 'c.document_id' });
    return found.map(({ owner, ...file }) => ({ ...OF_NOBODY, ...file, [of]: owner }));
  };

  const entryTypes = (): string[] =>
    [...contentTypesOf(strapi).values()].filter(isOptedIn).map(({ uid }) => uid);

  return {
    /**
     * Files that count and are not kept yet: evidence of adoptions in force, and attachments and
     * published pictures of the submissions adopted.
     *
     * @param counting where to look; `null` for everywhere
     */
    async missing(trx: Transaction, counting: Counting | null): Promise<CountedFile[]> {
      const submission = `l.${adopted.target}`;
      const inForce = adoptionsInForce(trx).select(submission);
      if (counting !== null) void inForce.whereIn(submission, [...counting.ids]);
      const types = [...new Set(counting?.entryTypes ?? entryTypes())];
      const found: FoundFile[] = await filesOf(trx, (column) => among(column, inForce), types);
      return ofSubmissions(found);
    },

    /**
     * The same of the submissions in scope and a type of entries, whether or not a submission is
     * adopted: read before it is.
     */
    missingInScope(uid: string): Reading<CountedFile[]> {
      const query = filesOf(strapi.db.connection, (column) => isInScope(strapi, column), [uid]);
      return reading<FoundFile, CountedFile[]>(
        query,
        ['documentId', 'name', 'url', 'submission'],
        ofSubmissions
      );
    },

    /**
     * Evidence of bonuses in force that is not kept yet.
     *
     * @param ids where to look; `null` for everywhere
     */
    async missingOfBonuses(
      trx: Transaction,
      ids: readonly number[] | null
    ): Promise<CountedFile[]> {
      const rows = trx(tableOf(strapi, UID.bonus)).whereNull('withdrawn_at');
      return filesByHand(trx, { uid: UID.bonus, of: 'bonus', rows }, ids);
    },

    /**
     * What was filed with objections and is not kept yet, of those withdrawn too.
     *
     * @param ids where to look; `null` for everywhere
     */
    async missingOfObjections(
      trx: Transaction,
      ids: readonly number[] | null
    ): Promise<CountedFile[]> {
      const rows = trx(tableOf(strapi, UID.objection));
      return filesByHand(trx, { uid: UID.objection, of: 'objection', rows }, ids);
    },

    /**
     * Evidence of deductions that is not kept yet, of those withdrawn too.
     *
     * @param ids where to look; `null` for everywhere
     */
    async missingOfDeductions(
      trx: Transaction,
      ids: readonly number[] | null
    ): Promise<CountedFile[]> {
      const rows = trx(tableOf(strapi, UID.deduction));
      return filesByHand(trx, { uid: UID.deduction, of: 'deduction', rows }, ids);
    },

    async append(trx: Transaction, files: readonly KeptFile[], now: Date): Promise<void> {
      const rows = files.map(({ documentId, name, url, sha256, ...counts }) => ({
        document_id: newDocumentId(),
        created_at: now,
        updated_at: now,
        published_at: now,
        file_document_id: documentId,
        submission_document_id: counts.submission,
        bonus_document_id: counts.bonus,
        objection_document_id: counts.objection,
        deduction_document_id: counts.deduction,
        name,
        url,
        checksum: sha256,
        kept_at: now,
      }));
      for (const row of rows) {
        await trx(kept).insert(row).onConflict('file_document_id').ignore();
      }
    },

    /** Those of the files that are kept, with the title of the submission, the reason of the bonus or deduction, or what the objection is about, that they count for. */
    async among(trx: Transaction, files: readonly number[]): Promise<KeptFor[]> {
      return trx({ k: kept })
        .join({ f: tableOf(strapi, FILE) }, 'f.document_id', 'k.file_document_id')
        .leftJoin(
          { s: tableOf(strapi, UID.submission) },
          's.document_id',
          'k.submission_document_id'
        )
        .leftJoin({ b: tableOf(strapi, UID.bonus) }, 'b.document_id', 'k.bonus_document_id')
        .leftJoin({ j: tableOf(strapi, UID.objection) }, 'j.document_id', 'k.objection_document_id')
        .leftJoin({ d: tableOf(strapi, UID.deduction) }, 'd.document_id', 'k.deduction_document_id')
        .whereIn('f.id', [...files])
        .select({
          ...{ file: 'f.id', title: 's.title', reason: 'b.reason' },
          ...{ objection: 'j.title', deduction: 'd.reason' },
        });
    },

    async all(trx: Transaction): Promise<KeptFile[]> {
      return trx(kept).orderBy('id').select({
        documentId: 'file_document_id',
        submission: 'submission_document_id',
        bonus: 'bonus_document_id',
        objection: 'objection_document_id',
        deduction: 'deduction_document_id',
        name: 'name',
        url: 'url',
        sha256: 'checksum',
      });
    },
  };
});
