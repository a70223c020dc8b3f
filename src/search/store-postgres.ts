import type { Knex } from 'knex';
import { fold } from './fold';
import { TABLE, type Scope, type Store } from './table';
import { termsOf, type Question, type Term } from './terms';

/** Kilobytes of new rows that wait unsorted: every search reads through them. */
const PENDING_LIST_KB = 256;

const quoted = ({ text, isPrefix }: Term): string => `'${text}'${isPrefix ? ':*' : ''}`;

const COLUMNS: Readonly<Record<Scope, { terms: string; folded: string }>> = {
  title: { terms: 'title_terms', folded: 'folded_title' },
  all: { terms: 'terms', folded: 'folded' },
};

const findIds = (connection: Knex, { terms, phrases }: Question, scope: Scope, most: number) => {
  const columns = COLUMNS[scope];
  const rows = connection(TABLE)
    .select('id')
    .whereRaw('?? @@ ?::tsquery', [columns.terms, terms.map(quoted).join(' & ')])
    .orderBy([
      { column: 'published_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most);
  for (const phrase of phrases) rows.whereRaw('strpos(??, ?) > 0', [columns.folded, phrase]);
  return rows;
};

/** Full-text search of PostgreSQL over terms that are made here: none of its parsers knows Chinese. */
export const postgresStore: Store = {
  async create(trx) {
    await trx.raw(
      `create table if not exists ${TABLE} (
         id bigserial primary key, uid text not null, document_id text not null,
         locale text not null, entry_id integer not null, published_at bigint not null,
         title text not null, text text not null,
         folded_title text not null, folded text not null,
         title_terms tsvector not null, terms tsvector not null
       )`
    );
    await trx.raw(
      `create unique index if not exists ${TABLE}_entry on ${TABLE} (document_id, uid, locale)`
    );
    await trx.raw(
      `create index if not exists ${TABLE}_latest on ${TABLE} (published_at desc, id desc)`
    );
    for (const column of ['title_terms', 'terms']) {
      await trx.raw(
        `create index if not exists ${TABLE}_${column} on ${TABLE} using gin (${column})
           with (gin_pending_list_limit = ${PENDING_LIST_KB})`
      );
    }
  },

  async insert(trx, entries) {
    for (const { title, text, publishedAt, ...entry } of entries) {
      const folded = { title: fold(title), text: fold(text) };
      await trx(TABLE)
        .insert({
          uid: entry.uid,
          document_id: entry.documentId,
          locale: entry.locale,
          entry_id: entry.entryId,
          published_at: publishedAt.getTime(),
          title,
          text,
          folded_title: folded.title,
          folded: `${folded.title}\n${folded.text}`,
          title_terms: trx.raw('array_to_tsvector(?::text[])', [termsOf(title)]),
          terms: trx.raw('array_to_tsvector(?::text[])', [termsOf(`${title}\n${text}`)]),
        })
        // Two instances may publish the same entry at once.
        .onConflict(['document_id', 'uid', 'locale'])
        .merge();
    }
  },

  async remove(trx, ids) {
    await trx(TABLE).whereIn('id', ids).delete();
  },

  async find(connection, question, scope, most) {
    const rows: Array<{ id: string }> = await findIds(connection, question, scope, most);
    return rows.map(({ id }) => Number(id));
  },
};
