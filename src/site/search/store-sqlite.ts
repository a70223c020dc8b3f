import type { Knex } from 'knex';
import { fold } from '../../common/text/fold';
import { TABLE, type IndexedEntry, type Scope, type Store, type Transaction } from './table';
import { termsOf, type Question, type Term } from './terms';

const TERMS = `${TABLE}_terms`;

/** Ids of one millisecond's publications lie between it and the next, times this. */
const IDS_PER_MILLISECOND = 1000;

/**
 * The id of a new row: later publications have larger ones, because the terms' table gives its
 * finds in the order of their ids without sorting. Where a millisecond's ids are used up, twice as
 * many are looked at, as often as it takes.
 */
const newId = (trx: Transaction, publishedAt: Date): Knex.Raw => {
  const first = publishedAt.getTime() * IDS_PER_MILLISECOND;
  const lastIn = (room: string): string =>
    `(select max(id) from ${TABLE} where id between :first and :first + ${room} - 1)`;
  return trx.raw(
    `(with recursive looked (room, last) as (
        select :room, ${lastIn(':room')}
        union all
        select room * 2, ${lastIn('room * 2')} from looked where last = :first + room - 1
      )
      select coalesce(last + 1, :first) from looked order by room desc limit 1)`,
    { first, room: IDS_PER_MILLISECOND }
  );
};

const quoted = ({ text, isPrefix }: Term): string => `"${text}"${isPrefix ? ' *' : ''}`;

const expressionOf = (terms: readonly Term[], scope: Scope): string => {
  const all = terms.map(quoted).join(' AND ');
  return scope === 'title' ? `title : (${all})` : all;
};

const findIds = (connection: Knex, { terms, phrases }: Question, scope: Scope, most: number) => {
  const rows = connection({ t: TERMS })
    .whereRaw('?? match ?', [TERMS, expressionOf(terms, scope)])
    .orderBy('t.rowid', 'desc')
    .limit(most);
  if (phrases.length === 0) return rows.select({ id: 't.rowid' });
  const column = scope === 'title' ? 's.folded_title' : 's.folded';
  rows.join({ s: TABLE }, 's.id', 't.rowid').select({ id: 't.rowid' });
  for (const phrase of phrases) rows.whereRaw('instr(??, ?) > 0', [column, phrase]);
  return rows;
};

/** What identifies an entry's row. */
const ENTRY = ['document_id', 'uid', 'locale'];

const insert = async (trx: Transaction, entries: readonly IndexedEntry[]): Promise<void> => {
  for (const entry of entries) {
    const folded = { title: fold(entry.title), text: fold(entry.text) };
    const content = {
      entry_id: entry.entryId,
      published_at: entry.publishedAt.getTime(),
      title: entry.title,
      text: entry.text,
      folded_title: folded.title,
      folded: `${folded.title}\n${folded.text}`,
    };
    const [row]: Array<{ id: number }> = await trx(TABLE)
      .insert({
        id: newId(trx, entry.publishedAt),
        uid: entry.uid,
        document_id: entry.documentId,
        locale: entry.locale,
        ...content,
      })
      .onConflict(ENTRY)
      .merge(Object.keys(content))
      .returning('id');
    if (!row) throw new Error(`The index took no row for ${entry.uid} ${entry.documentId}.`);
    await trx.raw(`insert or replace into ${TERMS} (rowid, title, body) values (?, ?, ?)`, [
      row.id,
      termsOf(entry.title).join(' '),
      termsOf(`${entry.title}\n${entry.text}`).join(' '),
    ]);
  }
};

/** Full-text search of SQLite (FTS5) over terms that are made here, not by its own tokenizer. */
export const sqliteStore: Store = {
  async create(trx) {
    await trx.raw(
      `create table if not exists ${TABLE} (
         id integer primary key, uid text not null, document_id text not null,
         locale text not null, entry_id integer not null, published_at integer not null,
         title text not null, text text not null,
         folded_title text not null, folded text not null
       )`
    );
    await trx.raw(
      `create unique index if not exists ${TABLE}_entry on ${TABLE} (document_id, uid, locale)`
    );
    await trx.raw(
      `create virtual table if not exists ${TERMS} using fts5(
         title, body, content='', contentless_delete=1, detail=column, tokenize='ascii'
       )`
    );
  },

  insert,

  async remove(trx, ids) {
    await trx(TERMS).whereIn('rowid', ids).delete();
    await trx(TABLE).whereIn('id', ids).delete();
  },

  async removeDocument(trx, uid, documentId) {
    const removed: Array<{ id: number }> = await trx.raw(
      `delete from ${TABLE} where document_id = ? and uid = ? returning id`,
      [documentId, uid]
    );
    if (removed.length === 0) return;
    const ids = removed.map(({ id }) => id);
    await trx(TERMS).whereIn('rowid', ids).delete();
  },

  async renew(trx, fill) {
    await trx.raw(`insert into ${TERMS} (${TERMS}) values ('delete-all')`);
    await trx(TABLE).delete();
    await fill((entries) => insert(trx, entries));
  },

  reading: (connection, read) => read(connection),

  async find(connection, question, scope, most) {
    const rows: Array<{ id: number }> = await findIds(connection, question, scope, most);
    return rows.map(({ id }) => id);
  },
};
