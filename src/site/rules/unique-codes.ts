import type { Core } from '@strapi/strapi';
import { shown } from '../../common/messages/validation';
import { COLUMN, UID } from '../content-types';
import { refuse, type SentenceKey } from '../refusals';
import type { Rule, Write } from '../write';

interface UniqueCode {
  field: string;
  column: string;
  /** Draft and published row of an entry share its code, so that only drafts are told apart. */
  index: string;
  sentence: SentenceKey;
}

const CODES: Readonly<Record<string, UniqueCode>> = {
  [UID.powerItem]: {
    field: 'code',
    column: 'code',
    index: 'power_items_code_unique',
    sentence: 'error.powerItem.taken',
  },
  [UID.disclosureDocument]: {
    field: 'indexNumber',
    column: 'index_number',
    index: 'disclosure_documents_index_unique',
    sentence: 'error.document.indexTaken',
  },
  [COLUMN]: {
    field: 'code',
    column: 'code',
    index: 'columns_code_unique',
    sentence: 'error.columnTree.taken',
  },
};

const tableOf = (strapi: Core.Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;

/**
 * Lets the database itself keep the codes of entries apart, whoever writes at the same time. Run at
 * every boot: a schema cannot say that an index is of drafts only, and a change of it that rebuilds
 * a SQLite table takes the index along.
 */
export const keepCodesUnique = async (strapi: Core.Strapi): Promise<void> => {
  for (const [uid, { column, index }] of Object.entries(CODES)) {
    if (uid === COLUMN) continue;
    await strapi.db.connection.raw(
      'create unique index if not exists ?? on ?? (??) where published_at is null',
      [index, tableOf(strapi, uid), column]
    );
  }
};

interface DatabaseError {
  code?: string;
  constraint?: string;
  message?: string;
}

/** Whether the database refused a row because its code is taken: PostgreSQL names the index, SQLite the column. */
const isTaken = (error: unknown, table: string, { column, index }: UniqueCode): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { code, constraint, message = '' } = error as DatabaseError;
  if (code === '23505') return constraint === index;
  return code === 'SQLITE_CONSTRAINT_UNIQUE' && message.includes(`${table}.${column}`);
};

/**
 * Does a write and says in words when the code that it gives is another's.
 *
 * @throws ValidationError when the code is taken
 */
export const refuseTakenCode = async <T>(
  { strapi, contentType, data }: Write,
  work: () => Promise<T>
): Promise<T> => {
  const unique = CODES[contentType.uid];
  if (!unique) return work();
  try {
    return await work();
  } catch (error) {
    if (!isTaken(error, tableOf(strapi, contentType.uid), unique)) throw error;
    throw refuse(strapi, unique.field, unique.sentence, { value: shown(data?.[unique.field]) });
  }
};

/** A copy of an entry is another one, whose code is not that of the first. */
export const uniqueCodes: Rule = {
  concerns: ({ uid }) => uid in CODES,
  before({ contentType, action, data }) {
    const field = CODES[contentType.uid]?.field;
    if (field === undefined || data === null) return;
    if (action === 'clone') data[field] ??= null;
    // An empty text would be one code that all entries without one share.
    if (data[field] === '') data[field] = null;
  },
};
