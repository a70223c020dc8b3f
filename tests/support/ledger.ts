import type { Knex } from 'knex';
import type {
  BulletinResponse,
  BulletinsResponse,
} from '../../src/plugins/points/shared/contracts';
import { bodyOf } from './api';
import type { TestApp } from './app';

/** How an entry stands in the database, past the application. */
export interface EntryState {
  documentId: string;
  /** Published rows: one when it is published. */
  published: number;
  /** Net of its postings, in hundredths of a point of its whole award. */
  net: number;
  /** Awards that no reversal has taken back. */
  standing: number;
}

interface Row {
  documentId: string;
  published: number | string;
  net: number | string | null;
  standing: number | string;
}

/** All articles with what the ledger holds for them; one statement, so that they belong together. */
export const entryStates = async (database: Knex): Promise<EntryState[]> => {
  const published = database('articles as p')
    .count('*')
    .whereRaw('p.document_id = a.document_id')
    .whereNotNull('p.published_at');
  const net = database('points_postings as p')
    .sum(database.raw('p.amount * 1.0 / p.divisor'))
    .whereRaw('p.entry_document_id = a.document_id');
  const standing = database('points_postings as p')
    .select(database.raw("coalesce(sum(case p.kind when 'award' then 1 else -1 end), 0)"))
    .whereRaw('p.entry_document_id = a.document_id');
  const rows: Row[] = await database('articles as a')
    .distinct({ documentId: 'a.document_id' })
    .select({ published, net, standing } as never);
  return rows.map((row) => ({
    documentId: row.documentId,
    published: Number(row.published),
    net: Number(row.net ?? 0),
    standing: Number(row.standing),
  }));
};

/** What the database says to a statement that it refuses, or `null`. Its errors are of another realm than Jest's. */
export const refusalOf = async (statement: PromiseLike<unknown>): Promise<string | null> => {
  try {
    await statement;
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

/** Seals one month after the other until a month is sealed, as the office does; gives that bulletin. */
export const sealThrough = async (
  app: TestApp,
  month: string
): Promise<BulletinResponse['data']> => {
  const office = await app.api.as('office');
  for (;;) {
    const { meta } = bodyOf(await office.get<BulletinsResponse>('/points/bulletins'));
    const response = await office.post<BulletinResponse>('/points/bulletins', {
      month: meta.next.month,
    });
    const { data } = bodyOf(response);
    if (data.month >= month) return data;
  }
};
