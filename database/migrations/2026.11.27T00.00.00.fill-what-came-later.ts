import type { Knex } from 'knex';
import { foldForSearch } from '../../src/common/text/fold';

/**
 * Gives rows from before a column was there what each row has since: submissions a state and the
 * words that the inbox searches in, officers a post. Strapi runs migrations before it brings tables
 * to their schemas: tables may be missing, and so may the columns, which are made as Strapi makes them.
 */

const SUBMISSIONS = 'points_submissions';
const OFFICERS = 'points_officers';

/** What tied submissions to what became of them while they had no state: articles alone opted in. */
const ACCEPTING = ['points_adoptions_submission_lnk', 'articles_submission_lnk'];

/** Rows are folded so many at a time. */
const BATCH = 500;

type Columns = Readonly<
  Record<string, (table: Knex.AlterTableBuilder, name: string) => Knex.ColumnBuilder>
>;

const SUBMISSION_COLUMNS: Columns = {
  state: (table, name) => table.string(name),
  state_since: (table, name) => table.datetime(name, { useTz: false, precision: 6 }),
  folded_title: (table, name) => table.text(name, 'longtext'),
  folded_text: (table, name) => table.text(name, 'longtext'),
};

const OFFICER_COLUMNS: Columns = { post: (table, name) => table.string(name) };

const addMissing = async (trx: Knex, tableName: string, columns: Columns): Promise<void> => {
  for (const [name, add] of Object.entries(columns)) {
    if (await trx.schema.hasColumn(tableName, name)) continue;
    await trx.schema.alterTable(tableName, (table) => {
      add(table, name);
    });
  }
};

/** What is adopted, or has become an entry, is accepted; the others wait for the office. */
const fillStates = async (trx: Knex): Promise<void> => {
  const since = trx.raw('coalesce(received_at, created_at)');
  for (const link of ACCEPTING) {
    if (!(await trx.schema.hasTable(link))) continue;
    await trx(SUBMISSIONS)
      .whereNull('state')
      .whereIn('id', trx(link).whereNotNull('submission_id').select('submission_id'))
      .update({ state: 'accepted', state_since: since });
  }
  await trx(SUBMISSIONS).whereNull('state').update({ state: 'submitted', state_since: since });
};

interface Words {
  id: number;
  title: string | null;
  text: string | null;
  folded_title: string | null;
  folded_text: string | null;
}

/** Also what is folded otherwise: once character by character, so that an accent could stand apart. */
const fold = async (trx: Knex): Promise<void> => {
  for (let last = 0; ;) {
    const rows = await trx<Words>(SUBMISSIONS)
      .select('id', 'title', 'text', 'folded_title', 'folded_text')
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH);
    for (const { id, title, text, ...kept } of rows) {
      const folded = {
        folded_title: foldForSearch(title ?? ''),
        folded_text: foldForSearch(text ?? ''),
      };
      last = id;
      if (folded.folded_title === kept.folded_title && folded.folded_text === kept.folded_text) {
        continue;
      }
      await trx(SUBMISSIONS).where({ id }).update(folded);
    }
    if (rows.length < BATCH) return;
  }
};

/** Whoever has a leader's account is a leader; the others are information officers. */
const fillPosts = async (trx: Knex): Promise<void> => {
  const leaders = trx
    .select('a.officer_id')
    .from({ a: 'points_officers_account_lnk' })
    .join({ u: 'admin_users_roles_lnk' }, 'u.user_id', 'a.user_id')
    .join({ r: 'admin_roles' }, 'r.id', 'u.role_id')
    .where('r.code', 'leader')
    .whereNotNull('a.officer_id');
  await trx(OFFICERS).whereNull('post').whereIn('id', leaders).update({ post: 'leader' });
  await trx(OFFICERS).whereNull('post').update({ post: 'officer' });
};

export const up = async (trx: Knex): Promise<void> => {
  if (!(await trx.schema.hasTable(SUBMISSIONS))) return;
  await addMissing(trx, SUBMISSIONS, SUBMISSION_COLUMNS);
  await fillStates(trx);
  await fold(trx);
  await addMissing(trx, OFFICERS, OFFICER_COLUMNS);
  await fillPosts(trx);
};
