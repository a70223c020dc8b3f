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
import {
  isInScope,
  reading,
  SCOPE,
  type Reading,
} from '../../../../../common/database/query-batch';
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

/** A file of what a person gave, took or said by hand. */
type ByHandFile<Of extends keyof typeof OF_NOTHING_ELSE> = Pick<
  CountedFile,
  'documentId' | 'name' | 'url'
> &
  Record<Of, string>;

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

  const adoptionsAmong = (trx: Transaction, ids: readonly number[] | null): Knex.QueryBuilder => {
    const query = adoptionsInForce(trx);
    if (ids !== null) void query.whereIn(`l.${adopted.target}`, [...ids]);
    return query;
  };

  /** Read in this order, which SQLite, not knowing how few rows there are, would not: all files first. */
  const notKept = (knex: Knex, uid: string, rows: Knex.QueryBuilder): Knex.QueryBuilder =>
    knex(rows.as('c'))
      .crossJoin(knex.raw('?? as r', [related.table]))
      .crossJoin(knex.raw('?? as f', [tableOf(strapi, FILE)]))
      .leftJoin({ k: kept }, 'k.file_document_id', 'f.document_id')
      .where(`r.${related.type}`, uid)
      .whereRaw('?? = ??', [`r.${related.id}`, 'c.id'])
      .whereRaw('?? = ??', ['f.id', `r.${related.file}`])
      .whereNull('k.id')
      .select({ documentId: 'f.document_id', name: 'f.name', url: 'f.url' });

  /** Files on rows of a type, which `rows` gives as `id` with the submission's id as `submission`. */
  const filesOn = (knex: Knex, uid: string, rows: Knex.QueryBuilder): Knex.QueryBuilder =>
    notKept(knex, uid, rows)
      .crossJoin(knex.raw('?? as s', [tableOf(strapi, UID.submission)]))
      .whereRaw('?? = ??', ['s.id', 'c.submission'])
      .select({ submission: 's.document_id' });

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
      const inForce = () => adoptionsAmong(trx, counting?.ids ?? null);
      const published = [...new Set(counting?.entryTypes ?? entryTypes())].map((uid) => {
        const tie = linkTableOf(strapi, uid, 'submission');
        const rows = inForce()
          .join({ t: tie.table }, `t.${tie.target}`, submission)
          .join({ e: tableOf(strapi, uid) }, 'e.id', `t.${tie.source}`)
          .whereNotNull('e.published_at')
          .distinct({ id: 'e.id', submission });
        return filesOn(trx, uid, rows);
      });
      const found: FoundFile[] = await filesOn(
        trx,
        UID.adoption,
        inForce().select({ id: 'a.id', submission })
      ).unionAll([
        filesOn(trx, UID.submission, inForce().distinct({ id: submission, submission })),
        ...published,
      ]);
      return ofSubmissions(found);
    },

    /**
     * The same of the submissions in scope and a type of entries, whether or not a submission is
     * adopted: read before it is.
     */
    missingInScope(uid: string): Reading<CountedFile[]> {
      const knex = strapi.db.connection;
      const among = (column: string, ids: Knex.QueryBuilder): Knex.Raw =>
        knex.raw(`?? ${isOneOf(strapi, ids.toQuery())}`, [column]);
      /** Files on some rows of a type, with the submission that `tie` says a row belongs to. */
      const onRows = (
        type: string,
        ids: Knex.QueryBuilder,
        tie: { table: string; row: string; submission: string }
      ): Knex.QueryBuilder =>
        knex({ r: related.table })
          .crossJoin(knex.raw('?? as f', [tableOf(strapi, FILE)]))
          .crossJoin(knex.raw('?? as t', [tie.table]))
          .crossJoin(knex.raw('?? as s', [tableOf(strapi, UID.submission)]))
          .leftJoin({ k: kept }, 'k.file_document_id', 'f.document_id')
          .where(`r.${related.type}`, type)
          .where(among(`r.${related.id}`, ids))
          .whereRaw('?? = ??', ['f.id', `r.${related.file}`])
          .whereRaw('?? = ??', [`t.${tie.row}`, `r.${related.id}`])
          .where(isInScope(strapi, `t.${tie.submission}`))
          .whereRaw('?? = ??', ['s.id', `t.${tie.submission}`])
          .whereNull('k.id')
          .select({ documentId: 'f.document_id', name: 'f.name', url: 'f.url' })
          .select({ submission: 's.document_id' });
      const tie = linkTableOf(strapi, uid, 'submission');
      const tied = knex(tie.table).where(isInScope(strapi, tie.target)).select(tie.source);
      const entries = knex(tableOf(strapi, uid))
        .where(among('id', tied))
        .whereNotNull('published_at')
        .select('id');
      const evidence = adoptionsInForce(knex)
        .where(isInScope(strapi, `l.${adopted.target}`))
        .select('a.id');
      const ofAdoption = {
        table: adopted.table,
        row: adopted.source,
        submission: adopted.target,
      };
      const ofEntry = { table: tie.table, row: tie.source, submission: tie.target };
      const itself = { table: tableOf(strapi, UID.submission), row: 'id', submission: 'id' };
      const query = onRows(UID.adoption, evidence, ofAdoption).unionAll([
        onRows(UID.submission, knex(SCOPE).select('id'), itself),
        onRows(uid, entries, ofEntry),
      ]);
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
      const inForce = trx(tableOf(strapi, UID.bonus))
        .whereNull('withdrawn_at')
        .select({ id: 'id', bonus: 'document_id' });
      if (ids !== null) void inForce.whereIn('id', [...ids]);
      const found: Array<ByHandFile<'bonus'>> = await notKept(trx, UID.bonus, inForce).select({
        bonus: 'c.bonus',
      });
      return found.map((file) => ({ ...OF_NOBODY, ...file }));
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
      const filed = trx(tableOf(strapi, UID.objection)).select({
        id: 'id',
        objection: 'document_id',
      });
      if (ids !== null) void filed.whereIn('id', [...ids]);
      const found: Array<ByHandFile<'objection'>> = await notKept(trx, UID.objection, filed).select(
        { objection: 'c.objection' }
      );
      return found.map((file) => ({ ...OF_NOBODY, ...file }));
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
      const recorded = trx(tableOf(strapi, UID.deduction)).select({
        id: 'id',
        deduction: 'document_id',
      });
      if (ids !== null) void recorded.whereIn('id', [...ids]);
      const found: Array<ByHandFile<'deduction'>> = await notKept(
        trx,
        UID.deduction,
        recorded
      ).select({ deduction: 'c.deduction' });
      return found.map((file) => ({ ...OF_NOBODY, ...file }));
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
