import type { Core } from '@strapi/strapi';
import { LINES_OF_KIND } from '../../../domain/posting';
import { BONUS, CHANNELS, CORRECTION, SITE_CHANNELS } from '../../../domain/vocabulary';
import { BONUS_CLAUSE } from '../../../domain/bonus';
import type { ReconcileResponse } from '../../../shared/contracts';
import { UID } from '../constants';
import { columnUnlessBytes } from '../../../../../common/database/dialect';
import { linkTableOf, tableOf } from '../../../../../common/database/tables';
import { nextTurn } from '../../../../../common/next-turn';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** What a row of the ledger, an adoption, a bonus or an objection lacks that every one has which the application wrote. */
type UnfoundedProblem = Exclude<
  ReconcileResponse['data']['unfounded'][number]['problem'],
  'never-awarded'
>;

export interface UnfoundedRow {
  /** A posting's key, or the documentId of an adoption, bonus or objection. */
  id: string;
  submission: string | null;
  bonus: string | null;
  objection: string | null;
  problem: UnfoundedProblem;
}

/** Postings looked at by one statement. */
const PAGE = 20_000;

const quoted = (values: readonly string[]): string =>
  values.map((value) => `'${value}'`).join(', ');

/** Neither a channel of the regulation nor one that a rule set brings along. */
const isNoChannel = (column: string): string =>
  `(${column} not in (${quoted(CHANNELS)}) and ${column} not like 'own.%')`;

/** Finds what nothing stands behind: the application writes no such row, so somebody else did. */
export const unfoundedRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = {
    adoption: tableOf(strapi, UID.adoption),
    bonus: tableOf(strapi, UID.bonus),
    member: tableOf(strapi, UID.member),
    objection: tableOf(strapi, UID.objection),
    posting: tableOf(strapi, UID.posting),
    ruleSet: tableOf(strapi, UID.ruleSet),
    submission: tableOf(strapi, UID.submission),
    unit: tableOf(strapi, UID.unit),
  };
  const link = linkTableOf(strapi, UID.adoption, 'submission');

  /** A reversal that takes back what it does not name, or another's. */
  const TAKES_BACK_NOTHING = `p.kind = 'reversal' and (w.id is null or w.kind <> 'award'
          or w.amount <> -p.amount or w.divisor <> p.divisor or w.unit_id <> p.unit_id
          or coalesce(w.submission_id, 0) <> coalesce(p.submission_id, 0)
          or coalesce(w.adoption_id, 0) <> coalesce(p.adoption_id, 0)
          or coalesce(w.bonus_id, 0) <> coalesce(p.bonus_id, 0)
          or coalesce(w.objection_id, 0) <> coalesce(p.objection_id, 0)
          or coalesce(w.corrects, '') <> coalesce(p.corrects, '')
          or coalesce(w.officer_id, 0) <> coalesce(p.officer_id, 0))`;

  const ofBonus = `case
        when b.id is null then 'no-bonus'
        when u.id is null then 'no-unit'
        when p.officer_id is not null and o.id is null then 'no-officer'
        when ${TAKES_BACK_NOTHING} then 'no-award'
        when p.submission_id is not null or p.adoption_id is not null or p.rule_set_id is not null
          or p.objection_id is not null or p.corrects is not null then 'impossible'
        when p.divisor <> 1 or p.unit_count <> 1 or p.officer_count <> 1
          or p.clause <> '${BONUS_CLAUSE}' then 'impossible'
        when p.kind = 'award'
          and p.key not like '${BONUS}.' || b.document_id || '.%' then 'impossible'
      end`;

  const ofCorrection = `case
        when j.id is null or j.amount is null then 'no-objection'
        when u.id is null then 'no-unit'
        when p.officer_id is not null and o.id is null then 'no-officer'
        when ${TAKES_BACK_NOTHING} then 'no-award'
        when p.submission_id is not null or p.adoption_id is not null or p.rule_set_id is not null
          or p.bonus_id is not null then 'impossible'
        when p.unit_count <> 1 or p.officer_count <> 1 or p.clause <> '' or p.amount = 0
          then 'impossible'
        when p.unit_id <> j.unit_id or p.belongs_to <> j.month
          or coalesce(p.corrects, '') <> coalesce(j.line, '') then 'impossible'
        when p.kind = 'award'
          and p.key not like '${CORRECTION}.' || j.document_id || '.%' then 'impossible'
      end`;

  const ofAdoption = `case
        when s.id is null then 'no-submission'
        when a.id is null then 'no-adoption'
        when u.id is null then 'no-unit'
        when p.officer_id is not null and o.id is null then 'no-officer'
        when r.id is null then 'no-rule-set'
        when ${TAKES_BACK_NOTHING} then 'no-award'
        when p.bonus_id is not null or p.objection_id is not null or p.corrects is not null
          then 'impossible'
        when p.kind = 'award'
          and p.key not like p.adoption_id || '.' || p.unit_id || '.' || coalesce(p.officer_id, 0) || '.%'
          then 'impossible'
        when ${isNoChannel('p.channel')} then 'impossible'
      end`;

  const DAY_MONTH = 'substr(cast(p.adopted_on as text), 1, 7)';

  /** A correction is decided after its month, all else belongs to the month of its day. */
  const ofAny = `case
        when p.kind = 'reversal' and p.key <> w.key || '.reversed' then 'impossible'
        when p.kind = 'award' and (p.reverses is not null or p.divisor <= 0
          or (p.amount <= 0 and p.channel <> '${CORRECTION}')) then 'impossible'
        when p.kind not in (${quoted(Object.keys(LINES_OF_KIND))}) then 'impossible'
        when p.month < p.belongs_to or p.belongs_to > ${DAY_MONTH}
          or (p.belongs_to < ${DAY_MONTH} and p.channel <> '${CORRECTION}') then 'impossible'
      end`;

  const ofPostings = `
    select ${columnUnlessBytes(strapi, 'p.key', 'hex(p.key)')} as id, s.document_id as submission, b.document_id as bonus,
        j.document_id as objection,
        coalesce(case p.channel when '${BONUS}' then ${ofBonus} when '${CORRECTION}' then ${ofCorrection}
          else ${ofAdoption} end, ${ofAny}) as problem
      from ${table.posting} as p
      left join ${table.submission} as s on s.id = p.submission_id
      left join ${table.adoption} as a on a.id = p.adoption_id
      left join ${table.bonus} as b on b.id = p.bonus_id
      left join ${table.objection} as j on j.id = p.objection_id
      left join ${table.unit} as u on u.id = p.unit_id
      left join ${table.member} as o on o.id = p.officer_id
      left join ${table.ruleSet} as r on r.id = p.rule_set_id
      left join ${table.posting} as w on w.key = p.reverses
     where p.id >= cast(? as bigint) and p.id < cast(? as bigint)
     order by p.id`;

  const ofAdoptions = (types: readonly string[]): string => `
    select a.document_id as id, s.document_id as submission, null as bonus, null as objection, case
        when a.channel is null or ${isNoChannel('a.channel')} then 'impossible'
        when a.adopted_on is null then 'impossible'
        when a.channel not like 'own.%' and (a.channel in (${quoted(SITE_CHANNELS)}))
          <> (a.entry_uid is not null and a.entry_document_id is not null) then 'impossible'
        when s.id is null then 'no-submission'
        when a.entry_uid is not null and a.entry_uid not in (${quoted(['', ...types])})
          then 'no-publication'
      end as problem
      from ${table.adoption} as a
      left join ${link.table} as l on l.${link.source} = a.id
      left join ${table.submission} as s on s.id = l.${link.target}
     where a.withdrawn_at is null
     order by a.id`;

  const ofBonuses = `
    select b.document_id as id, null as submission, b.document_id as bonus, null as objection, case
        when u.id is null then 'no-unit'
        when b.officer_id is not null and o.id is null then 'no-officer'
        when b.amount is null or b.amount <= 0 or b.day is null then 'impossible'
        when coalesce(b.reason, '') = '' or coalesce(b.decided_by, '') = '' then 'impossible'
      end as problem
      from ${table.bonus} as b
      left join ${table.unit} as u on u.id = b.unit_id
      left join ${table.member} as o on o.id = b.officer_id
     where b.withdrawn_at is null
     order by b.id`;

  const ofObjections = `
    select j.document_id as id, null as submission, null as bonus, j.document_id as objection, case
        when u.id is null then 'no-unit'
        when j.officer_id is not null and o.id is null then 'no-officer'
        when j.state <> 'answered' or j.outcome is null or j.outcome = 'dismissed' then 'impossible'
        when j.amount = 0 or j.divisor is null or j.divisor <= 0 or j.decided_on is null
          then 'impossible'
        when coalesce(j.reason, '') = '' or coalesce(j.decided_by, '') = '' then 'impossible'
      end as problem
      from ${table.objection} as j
      left join ${table.unit} as u on u.id = j.unit_id
      left join ${table.member} as o on o.id = j.officer_id
     where j.amount is not null and j.correction_withdrawn_at is null
     order by j.id`;

  const unfoundedOf = async (
    trx: Transaction,
    rows: string,
    bindings: number[] = []
  ): Promise<UnfoundedRow[]> =>
    trx.from(trx.raw(`(${rows}) as looked_at`, bindings)).whereNotNull('problem');

  /** The first posting of each page, by id, whatever the ids. */
  const pageStarts = async (trx: Transaction): Promise<number[]> => {
    const places = trx(table.posting).select('id', {
      place: trx.raw('row_number() over (order by id)'),
    });
    return trx(places.as('placed'))
      .whereRaw('place % ? = 1', [PAGE])
      .orderBy('id')
      .pluck<number[]>('id');
  };

  return {
    /** Postings, looked at so many at a time. */
    async postings(trx: Transaction): Promise<UnfoundedRow[]> {
      const starts = await pageStarts(trx);
      const found: UnfoundedRow[] = [];
      for (const [index, from] of starts.entries()) {
        const before = starts[index + 1] ?? Number.MAX_SAFE_INTEGER;
        found.push(...(await unfoundedOf(trx, ofPostings, [from, before])));
        await nextTurn();
      }
      return found;
    },

    /** Adoptions in force; `types` are those whose publications score. */
    adoptions: (trx: Transaction, types: readonly string[]): Promise<UnfoundedRow[]> =>
      unfoundedOf(trx, ofAdoptions(types)),

    /** Bonuses in force. */
    bonuses: (trx: Transaction): Promise<UnfoundedRow[]> => unfoundedOf(trx, ofBonuses),

    /** Objections whose answer corrects something. */
    objections: (trx: Transaction): Promise<UnfoundedRow[]> => unfoundedOf(trx, ofObjections),

    /** Adoptions with an award that no reversal has taken back, in whichever submission’s ledger. */
    async awarded(trx: Transaction): Promise<Set<number>> {
      const rows: Array<{ adoption: number }> = await trx({ p: table.posting })
        .leftJoin({ w: table.posting }, 'w.reverses', 'p.key')
        .where('p.kind', 'award')
        .whereNull('w.id')
        .whereNotNull('p.adoption_id')
        .distinct({ adoption: 'p.adoption_id' });
      return new Set(rows.map(({ adoption }) => adoption));
    },
  };
});
