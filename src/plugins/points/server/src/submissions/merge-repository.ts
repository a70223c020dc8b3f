import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { isOptedIn } from '../content-types/opt-in';
import { attachmentTableOf, linkTableOf, tableOf } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { writtenPast } from '../../../../../common/documents/written-past';
import { contentTypesOf } from '../../../../../common/documents/content-types';

/** An entry's tie that went over to another submission: of its draft, or of what is published. */
export interface MovedTie {
  uid: string;
  documentId: string;
  published: boolean;
}

/** What a merge brought to the submission that took another in: all that taking them apart needs. */
export interface MergeSnapshot {
  /** Ids that the other had not. */
  units: number[];
  officers: number[];
  attachments: number[];
  /** Ids of all adoptions that went over, withdrawn ones too. */
  adoptions: number[];
  ties: MovedTie[];
  /** Whether the merge accepted the other. */
  accepted: boolean;
}

/** The lists of a submission that merging joins. */
export const JOINED = ['units', 'officers', 'attachments'] as const;
export type Joined = (typeof JOINED)[number];

const FILE = 'plugin::upload.file';

/** What moves when submissions are merged and taken apart. */
export const mergeRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);
  const adoptionTable = tableOf(strapi, UID.adoption);
  const adoptionLink = linkTableOf(strapi, UID.adoption, 'submission');
  const files = attachmentTableOf(strapi, FILE);

  /** Where a list is kept: its table, the column of the submission, that of the member and of its place. */
  const listOf = (list: Joined) => {
    if (list === 'attachments') {
      return {
        table: files.table,
        owner: files.id,
        member: files.file,
        order: 'order',
        fixed: { [files.type]: UID.submission, field: 'attachments' },
      };
    }
    const link = linkTableOf(strapi, UID.submission, list);
    return {
      table: link.table,
      owner: link.source,
      member: link.target,
      order: link.order,
      fixed: {},
    };
  };

  const membersOf = async (trx: Transaction, list: Joined, id: number): Promise<number[]> => {
    const { table: listTable, owner, member, order, fixed } = listOf(list);
    const query = trx(listTable)
      .where({ [owner]: id, ...fixed })
      .select({ member });
    if (order) void query.orderBy(order);
    const rows: Array<{ member: number }> = await query;
    return rows.map((row) => row.member);
  };

  /** The place behind which more are added: what was taken out leaves gaps. */
  const lastPlaceOf = async (trx: Transaction, list: Joined, id: number): Promise<number> => {
    const { table: listTable, owner, order, fixed } = listOf(list);
    if (!order) return 0;
    const row: { last?: number | null } | undefined = await trx(listTable)
      .where({ [owner]: id, ...fixed })
      .max({ last: order })
      .first();
    return row?.last ?? 0;
  };

  const tieTables = () =>
    [...contentTypesOf(strapi).values()].filter(isOptedIn).map(({ uid }) => ({
      uid,
      entries: tableOf(strapi, uid),
      link: linkTableOf(strapi, uid, 'submission'),
    }));

  return {
    membersOf,

    async add(
      trx: Transaction,
      list: Joined,
      id: number,
      members: readonly number[]
    ): Promise<void> {
      if (members.length === 0) return;
      const { table: listTable, owner, member, order, fixed } = listOf(list);
      const last = await lastPlaceOf(trx, list, id);
      await trx(listTable).insert(
        members.map((each, index) => ({
          [owner]: id,
          [member]: each,
          ...fixed,
          ...(order && { [order]: last + index + 1 }),
        }))
      );
    },

    async remove(
      trx: Transaction,
      list: Joined,
      id: number,
      members: readonly number[]
    ): Promise<void> {
      if (members.length === 0) return;
      const { table: listTable, owner, member, fixed } = listOf(list);
      await trx(listTable)
        .where({ [owner]: id, ...fixed })
        .whereIn(member, [...members])
        .delete();
    },

    /** Adoptions of a submission, in force or withdrawn. */
    async adoptionsOf(trx: Transaction, id: number): Promise<number[]> {
      const rows: Array<{ id: number }> = await trx(adoptionLink.table)
        .where(adoptionLink.target, id)
        .select({ id: adoptionLink.source })
        .orderBy(adoptionLink.source);
      return rows.map((row) => row.id);
    },

    async moveAdoptions(
      trx: Transaction,
      ids: readonly number[],
      from: number,
      to: number
    ): Promise<void> {
      if (ids.length === 0) return;
      await trx(adoptionLink.table)
        .whereIn(adoptionLink.source, [...ids])
        .where(adoptionLink.target, from)
        .update({ [adoptionLink.target]: to });
    },

    /** Those of the adoptions that no publication holds in force. */
    async notOnSite(trx: Transaction, ids: readonly number[]): Promise<number[]> {
      const rows: Array<{ id: number }> = await trx(adoptionTable)
        .whereIn('id', [...ids])
        .where((own) => {
          void own.whereNull('entry_document_id').orWhereNotNull('withdrawn_at');
        })
        .select('id');
      return rows.map((row) => row.id);
    },

    /** An entry's site adoptions in force for a submission. */
    async onSite(
      trx: Transaction,
      { uid, documentId }: Pick<MovedTie, 'uid' | 'documentId'>,
      submission: number
    ): Promise<number[]> {
      const rows: Array<{ id: number }> = await trx({ a: adoptionTable })
        .join({ l: adoptionLink.table }, `l.${adoptionLink.source}`, 'a.id')
        .where({
          'a.entry_uid': uid,
          'a.entry_document_id': documentId,
          [`l.${adoptionLink.target}`]: submission,
        })
        .whereNull('a.withdrawn_at')
        .select('a.id');
      return rows.map((row) => row.id);
    },

    /** The ties of entries to a submission. */
    async tiesTo(trx: Transaction, submission: number): Promise<MovedTie[]> {
      const ties: MovedTie[] = [];
      for (const { uid, entries, link } of tieTables()) {
        const rows: Array<{ documentId: string; publishedAt: unknown }> = await trx({ e: entries })
          .join({ l: link.table }, `l.${link.source}`, 'e.id')
          .where(`l.${link.target}`, submission)
          .distinct({ documentId: 'e.document_id', publishedAt: 'e.published_at' });
        for (const { documentId, publishedAt } of rows) {
          ties.push({ uid, documentId, published: publishedAt !== null });
        }
      }
      return ties;
    },

    async moveTie(
      trx: Transaction,
      { uid, documentId, published }: MovedTie,
      from: number,
      to: number
    ): Promise<void> {
      const tie = tieTables().find((each) => each.uid === uid);
      if (!tie) return;
      const rows = trx(tie.entries).where('document_id', documentId).select('id');
      await trx(tie.link.table)
        .whereIn(
          tie.link.source,
          published ? rows.whereNotNull('published_at') : rows.whereNull('published_at')
        )
        .where(tie.link.target, from)
        .update({ [tie.link.target]: to });
    },

    /** Ties of an entry to a submission that is part of another go to that other. */
    async followTies(trx: Transaction, uid: string, documentId: string): Promise<void> {
      const tie = tieTables().find((each) => each.uid === uid);
      if (!tie) return;
      const merged: Array<{ source: number; from: number; to: number }> = await trx({
        e: tie.entries,
      })
        .join({ l: tie.link.table }, `l.${tie.link.source}`, 'e.id')
        .join({ s: table }, 's.id', `l.${tie.link.target}`)
        .where('e.document_id', documentId)
        .whereNotNull('s.merged_into_id')
        .select({ source: 'e.id', from: 's.id', to: 's.merged_into_id' });
      for (const { source, from, to } of merged) {
        await trx(tie.link.table)
          .where({ [tie.link.source]: source, [tie.link.target]: from })
          .update({ [tie.link.target]: to });
      }
    },

    /** Notes that one is part of another, or (`null`) of none. */
    async mark(
      trx: Transaction,
      id: number,
      into: { id: number; snapshot: MergeSnapshot } | null,
      now: Date
    ): Promise<void> {
      await trx(table)
        .where({ id })
        .update({
          merged_into_id: into?.id ?? null,
          merge_memory: into ? JSON.stringify(into.snapshot) : null,
          updated_at: now,
        });
      // Visitors see the names of an entry's units.
      await writtenPast(strapi).tell(UID.submission);
    },

    async saveSnapshot(trx: Transaction, id: number, snapshot: MergeSnapshot): Promise<void> {
      await trx(table)
        .where({ id })
        .update({ merge_memory: JSON.stringify(snapshot) });
    },

    async snapshotOf(trx: Transaction, id: number): Promise<MergeSnapshot | null> {
      const row: { merge_memory: unknown } | undefined = await trx(table)
        .where({ id })
        .select('merge_memory')
        .first();
      const snapshot = row?.merge_memory ?? null;
      return (
        typeof snapshot === 'string' ? JSON.parse(snapshot) : snapshot
      ) as MergeSnapshot | null;
    },
  };
});
