import type { Knex } from 'knex';
import { fold } from '../../common/text/fold';
import { TABLE, type IndexedEntry, type Scope, type Store, type Transaction } from './table';
import { termsOf, type Question, type Term } from './terms';

const NEXT_TABLE = `${TABLE}_next`;

/** Kilobytes of new rows that wait unsorted: every search reads through them. */
const PENDING_LIST_KB = 256;

/** Nearly all of a row lies beside the table, so that a search reads little to sort what it found. */
const ROW_BYTES = 128;

/**
 * A search asks the index, whatever the planner thinks of how common a term is: it does not know
 * that every row it looks at instead costs reading all the terms of an entry.
 */
const BY_INDEX = `select set_config('enable_seqscan', 'off', true),
  set_config('max_parallel_workers_per_gather', '0', true), set_config('jit', 'off', true)`;

const quoted = ({ text, isPrefix }: Term): string => `'${text}'${isPrefix ? ':*' : ''}`;

const COLUMNS: Readonly<Record<Scope, { terms: string; folded: string }>> = {
  title: { terms: 'title_terms', folded: 'folded_title' },
  all: { terms: 'terms', folded: 'folded' },
};

/**
 * Rows with all terms are put in order before their texts are read for the runs, and no more texts
 * are read than are wanted: `offset 0` keeps the two apart.
 */
const findIds = (connection: Knex, { terms, phrases }: Question, scope: Scope, most: number) => {
  const columns = COLUMNS[scope];
  const text = `(select ${columns.folded} from ${TABLE} as entry where entry.id = candidate.id)`;
  return connection
    .select('id')
    .from(
      connection.raw(
        `(select id, published_at from ${TABLE} where ${columns.terms} @@ ?::tsquery
          order by published_at desc, id desc offset 0) as candidate`,
        [terms.map(quoted).join(' & ')]
      )
    )
    .where((rows) => {
      for (const phrase of phrases) void rows.whereRaw(`strpos(${text}, ?) > 0`, [phrase]);
    })
    .orderBy([
      { column: 'published_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most);
};

/** Names of indexes are left to the database: the next table is made while this one has them. */
const makeTable = async (trx: Transaction, table: string): Promise<void> => {
  await trx.raw(
    `create table ${table} (
       id bigserial primary key, uid text not null, document_id text not null,
       locale text not null, entry_id integer not null, published_at bigint not null,
       title text not null, text text not null,
       folded_title text not null, folded text not null,
       title_terms tsvector not null, terms tsvector not null,
       unique (document_id, uid, locale)
     ) with (toast_tuple_target = ${ROW_BYTES})`
  );
};

const indexTerms = async (trx: Transaction, table: string): Promise<void> => {
  for (const { terms } of Object.values(COLUMNS)) {
    await trx.raw(
      `create index on ${table} using gin (${terms})
         with (gin_pending_list_limit = ${PENDING_LIST_KB})`
    );
  }
};

/** Terms need no escaping and have no spaces. */
const rowOf = ({ title, text, publishedAt, ...entry }: IndexedEntry) => {
  const foldedTitle = fold(title);
  return {
    uid: entry.uid,
    document_id: entry.documentId,
    locale: entry.locale,
    entry_id: entry.entryId,
    published_at: publishedAt.getTime(),
    title,
    text,
    folded_title: foldedTitle,
    folded: `${foldedTitle}\n${fold(text)}`,
    title_terms: termsOf(title).join(' '),
    terms: termsOf(`${title}\n${text}`).join(' '),
  };
};

/** Two instances may publish the same entry at once: the later row is kept. */
const insertInto = async (
  trx: Transaction,
  table: string,
  entries: readonly IndexedEntry[]
): Promise<void> => {
  if (entries.length === 0) return;
  await trx.raw(
    `insert into ${table} (uid, document_id, locale, entry_id, published_at, title, text,
       folded_title, folded, title_terms, terms)
     select distinct on (document_id, uid, locale) uid, document_id, locale, entry_id, published_at,
       title, text, folded_title, folded,
       array_to_tsvector(string_to_array(title_terms, ' ')),
       array_to_tsvector(string_to_array(terms, ' '))
     from json_to_recordset(?) as entry (uid text, document_id text, locale text, entry_id integer,
       published_at bigint, title text, text text, folded_title text, folded text,
       title_terms text, terms text)
     order by document_id, uid, locale, entry_id desc
     on conflict (document_id, uid, locale) do update set
       entry_id = excluded.entry_id, published_at = excluded.published_at,
       title = excluded.title, text = excluded.text,
       folded_title = excluded.folded_title, folded = excluded.folded,
       title_terms = excluded.title_terms, terms = excluded.terms`,
    [JSON.stringify(entries.map(rowOf))]
  );
};

/** Full-text search of PostgreSQL over terms that are made here: none of its parsers knows Chinese. */
export const postgresStore: Store = {
  async create(trx) {
    if (await trx.schema.hasTable(TABLE)) return;
    await makeTable(trx, TABLE);
    await indexTerms(trx, TABLE);
  },

  insert: (trx, entries) => insertInto(trx, TABLE, entries),

  async remove(trx, ids) {
    await trx(TABLE).whereIn('id', ids).delete();
  },

  async removeDocument(trx, uid, documentId) {
    await trx(TABLE).where({ document_id: documentId, uid }).delete();
  },

  // Beside the old table, which is asked and written meanwhile; terms are indexed much faster at once.
  async renew(trx, fill) {
    await makeTable(trx, NEXT_TABLE);
    await fill((entries) => insertInto(trx, NEXT_TABLE, entries));
    await indexTerms(trx, NEXT_TABLE);
    await trx.raw(`drop table ${TABLE}`);
    await trx.raw(`alter table ${NEXT_TABLE} rename to ${TABLE}`);
  },

  reading: (connection, read) =>
    connection.transaction(
      async (trx) => {
        await trx.raw(BY_INDEX);
        return read(trx);
      },
      { readOnly: true }
    ),

  async find(connection, question, scope, most) {
    const rows: Array<{ id: string }> = await findIds(connection, question, scope, most);
    return rows.map(({ id }) => Number(id));
  },
};
