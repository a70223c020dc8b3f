import type { Core } from '@strapi/strapi';
import { isPostgres, momentParameter } from '../../../../../common/database/dialect';
import type { Day } from '../../../domain/period';
import type { Total } from '../../../domain/totals';
import type { ChainHead } from '../../../domain/posting-chain';
import type { Channel } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { acceptanceStatements, type NewAcceptance } from './acceptances';
import { linkTableOf, selectFromJson, tableOf } from '../../../../../common/database/tables';
import { linkAll } from './posting-hashes';
import { POSTING_COLUMNS, type Link, type NewPosting } from './postings';
import {
  prepareStatement,
  type Statement,
} from '../../../../../common/database/prepared-statement';
import { totalRepository } from './totals';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** An adoption that is to be made, with the id reserved for it. */
export interface NewAdoption {
  id: number;
  documentId: string;
  submission: number;
  channel: Channel;
  adoptedOn: Day;
  organ: string | null;
  reference: string | null;
  words: string | null;
  /** What the rules ask beside (`domain/adoption-details.ts`), as their JSON says it; `null` for none. */
  writtenDetails: unknown;
  /** Of a site adoption, the entry that made it. */
  entryUid: string | null;
  entryDocumentId: string | null;
  /** The admin account that recorded it by hand. */
  account: number | null;
}

/** An adoption with what it is called. */
export interface TitledAdoption extends NewAdoption {
  title: string;
}

/** What one cause adds to the ledger. */
export interface Appendix {
  /** Of submissions that were waiting, as was seen under the lock. */
  acceptances: readonly NewAcceptance[];
  adoptions: readonly TitledAdoption[];
  postings: readonly NewPosting[];
  /** The posting that they follow in the chain, as was seen under the lock; `null` where there are none. */
  chainHead: ChainHead | null;
  /** The change of the running totals that the postings bring. */
  totals: readonly Total[];
}

const adoptionRow = (adoption: TitledAdoption) => ({
  id: adoption.id,
  document_id: adoption.documentId,
  channel: adoption.channel,
  adopted_on: adoption.adoptedOn,
  organ: adoption.organ,
  reference: adoption.reference,
  words: adoption.words,
  details: adoption.writtenDetails,
  title: adoption.title,
  entry_uid: adoption.entryUid,
  entry_document_id: adoption.entryDocumentId,
  created_by_id: adoption.account,
  updated_by_id: adoption.account,
});

const ADOPTION_COLUMNS = [
  'id',
  'document_id',
  'channel',
  'adopted_on',
  'organ',
  'reference',
  'words',
  'details',
  'title',
  'entry_uid',
  'entry_document_id',
  'created_by_id',
  'updated_by_id',
] as const satisfies ReadonlyArray<keyof ReturnType<typeof adoptionRow>>;

const { postedAt: POSTED_AT, ...GIVEN } = POSTING_COLUMNS;

type Given = NewPosting & Link;

const GIVEN_COLUMNS = Object.entries(GIVEN) as Array<[keyof typeof GIVEN, string]>;

/** A posting as its row, but for the moments that the database is given beside it. */
export const postingRow = (posting: Given): Record<string, string | number | null> => ({
  document_id: posting.key,
  ...Object.fromEntries(GIVEN_COLUMNS.map(([field, column]) => [column, posting[field]])),
});

/** The last posting that each transaction wrote: what it read before stands no longer at the end. */
const written = new WeakMap<Transaction, ChainHead>();

type Append = (trx: Transaction, appendix: Appendix, now: Date) => Promise<void>;

/** All of a new row the moment of appending. */
const STRAPI_MOMENTS = ['created_at', 'updated_at', 'published_at'];

/** Inserts rows that are given as JSON, the given moments all the one that is the second parameter. */
const insertion = (
  strapi: Core.Strapi,
  table: string,
  columns: readonly string[],
  moments: readonly string[]
): string => {
  const now = momentParameter(strapi);
  return `insert into ${table} (${[...columns, ...moments].join(', ')})
    select given.*, ${moments.map(() => 'moment.now').join(', ')}
      from (${selectFromJson(strapi, table, columns)}) as given
     cross join (select ${now} as now) as moment`;
};

/**
 * The one way into the ledger. It knows no other verb: nothing of a posting is ever changed or
 * deleted. Only `settle`, `settle-bonuses` and
 * `settle-corrections` bring it postings, under the ledger’s lock, so a key that stands already is a
 * fault of ours: the database refuses it, and the cause is undone.
 */
export const appendRepository = oncePerApplication((strapi: Core.Strapi) => {
  const totals = totalRepository(strapi);
  const { acceptance, line, parametersOf: acceptanceParametersOf } = acceptanceStatements(strapi);
  const adoptionLink = linkTableOf(strapi, UID.adoption, 'submission');
  const texts = {
    acceptance,
    line,
    adoptions: insertion(strapi, tableOf(strapi, UID.adoption), ADOPTION_COLUMNS, [
      'adopted_at',
      ...STRAPI_MOMENTS,
    ]),
    links: `insert into ${adoptionLink.table} (${adoptionLink.source}, ${adoptionLink.target})
      ${selectFromJson(strapi, adoptionLink.table, [adoptionLink.source, adoptionLink.target])}`,
    postings: insertion(
      strapi,
      tableOf(strapi, UID.posting),
      ['document_id', ...Object.values(GIVEN)],
      [POSTED_AT, ...STRAPI_MOMENTS]
    ),
    totals: totals.addition,
  };

  const link = (trx: Transaction, { chainHead, postings }: Appendix, now: Date): Given[] => {
    const head = written.get(trx) ?? chainHead;
    if (postings.length === 0) return [];
    if (!head) throw new Error('Postings are appended to a chain that was not read.');
    const linked = linkAll(head, postings, now);
    written.set(trx, linked.at(-1) ?? head);
    return linked;
  };

  const parametersOf = (trx: Transaction, appendix: Appendix, now: Date) => ({
    ...acceptanceParametersOf(appendix.acceptances, now),
    adoptions: [JSON.stringify(appendix.adoptions.map(adoptionRow)), now],
    links: [
      JSON.stringify(
        appendix.adoptions.map(({ id, submission }) => ({
          [adoptionLink.source]: id,
          [adoptionLink.target]: submission,
        }))
      ),
    ],
    postings: [JSON.stringify(link(trx, appendix, now).map(postingRow)), now],
    totals: [totals.parameterOf(appendix.totals)],
  });

  const requireAll = ({ acceptances }: Appendix, accepted: number): void => {
    if (accepted === acceptances.length) return;
    throw new Error(`${accepted} of ${acceptances.length} submissions were waiting.`);
  };

  /** PostgreSQL takes all as one statement: it is the ways to and fro that publishing waits for. */
  const together = (): Append => {
    const statement = prepareStatement(
      strapi,
      `with accepted as (${texts.acceptance}), lines as (${texts.line}),
            adoptions as (${texts.adoptions}), links as (${texts.links}),
            postings as (${texts.postings}), totals as (${texts.totals})
       select count(*) as accepted from accepted`
    );
    return async (trx, appendix, now) => {
      const params = parametersOf(trx, appendix, now);
      const [row] = await statement(trx, [
        ...params.acceptance,
        ...params.line,
        ...params.adoptions,
        ...params.links,
        ...params.postings,
        ...params.totals,
      ]);
      requireAll(appendix, Number(row?.accepted));
    };
  };

  const oneByOne = (): Append => {
    const prepare = (text: string): Statement => prepareStatement(strapi, text);
    const accept = prepare(texts.acceptance);
    const insertLines = prepare(texts.line);
    const insertAdoptions = prepare(texts.adoptions);
    const insertLinks = prepare(texts.links);
    const insertPostings = prepare(texts.postings);
    const addTotals = prepare(texts.totals);
    return async (trx, appendix, now) => {
      const params = parametersOf(trx, appendix, now);
      if (appendix.acceptances.length > 0) {
        requireAll(appendix, (await accept(trx, params.acceptance)).length);
        await insertLines(trx, params.line);
      }
      if (appendix.adoptions.length > 0) {
        await insertAdoptions(trx, params.adoptions);
        await insertLinks(trx, params.links);
      }
      if (appendix.postings.length > 0) await insertPostings(trx, params.postings);
      if (appendix.totals.length > 0) await addTotals(trx, params.totals);
    };
  };

  return isPostgres(strapi) ? together() : oneByOne();
});
