import type { Core } from '@strapi/strapi';
import { describePoints, isFigure, sumOf } from '../../../domain/points';
import { isMonth } from '../../../domain/period';
import { isSoundPosting, standingAwards } from '../../../domain/posting';
import { changeByHand, startSum, type Total } from '../../../domain/totals';
import type { BonusPostingRecord, CorrectionPostingRecord } from '../ledger/postings';
import { bonusSettleService } from '../ledger/settle-bonuses';
import type {
  ByHandFact,
  ByHandLedger,
  ByHandPosting,
  ByHandSettling,
} from '../ledger/settle-by-hand';
import { correctionSettleService } from '../ledger/settle-corrections';
import { bonusRepository } from '../records/bonuses';
import { objectionRepository } from '../records/objections';
import { loadPeople, type People } from '../records/people';
import { isDay } from '../../../../../common/time/day';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import type { Findings } from './findings';
import { chunksOfIds } from './whole-ledgers';

type ByHandRecord = BonusPostingRecord | CorrectionPostingRecord;

/** What is looked at: bonuses, or the corrections of objections. */
interface Looked<Fact extends ByHandFact, Recorded extends ByHandRecord> {
  kind: 'bonus' | 'objection';
  counted: 'bonuses' | 'objections';
  allIds: (trx: Transaction) => Promise<number[]>;
  settling: ByHandSettling<Fact, Recorded>;
  /** Whether one can reckon with a row. */
  isSound: (fact: Fact) => boolean;
}

/** What they give to the running totals: no forged row counts. */
const totalsOf = (recorded: readonly ByHandRecord[], forged: ReadonlySet<string>): Total[] =>
  changeByHand(recorded.filter((posting) => isSoundPosting(posting) && !forged.has(posting.key)));

/** Compares the postings of what is given by hand with the facts that they follow from. */
const differing = <Fact extends ByHandFact, Recorded extends ByHandRecord>(
  strapi: Core.Strapi,
  { kind, counted, allIds, settling, isSound }: Looked<Fact, Recorded>
) => {
  const chunks = async (trx: Transaction): Promise<number[][]> => chunksOfIds(await allIds(trx));

  /** A fact as findings name it. */
  const named = (documentId: string) => ({
    submission: null,
    bonus: kind === 'bonus' ? documentId : null,
    objection: kind === 'objection' ? documentId : null,
  });

  /** Names rows with which nobody can reckon, because somebody changed them past the application. */
  const nameUnsound = (
    { facts, recorded }: ByHandLedger<Fact, Recorded>,
    { unfounded }: Findings,
    forged: Set<string>
  ): void => {
    const name = (what: 'posting' | typeof kind, id: string, of: string): void => {
      if (unfounded.some((row) => row.kind === what && row.id === id)) return;
      unfounded.push({ ...named(of), kind: what, id, problem: 'impossible' });
    };
    for (const fact of facts) {
      if (!isSound(fact)) name(kind, fact.documentId, fact.documentId);
    }
    for (const posting of recorded) {
      if (isSoundPosting(posting)) continue;
      const of = facts.find(({ id }) => id === settling.idOf(posting));
      forged.add(posting.key);
      name('posting', posting.key, of?.documentId ?? '');
    }
  };

  /** What can be settled: a row that lacks what every one has is named, and no more is made of it. */
  const withoutBroken = (
    ledger: ByHandLedger<Fact, Recorded>,
    { unfounded }: Findings
  ): ByHandLedger<Fact, Recorded> => {
    const broken = new Set(unfounded.filter((row) => row.kind === kind).map(({ id }) => id));
    const facts = ledger.facts.filter(({ documentId }) => !broken.has(documentId));
    const ids = new Set<number | null>(facts.map(({ id }) => id));
    const recorded = ledger.recorded.filter(
      (posting) => isSoundPosting(posting) && ids.has(settling.idOf(posting))
    );
    return { ...ledger, facts, recorded };
  };

  /**
   * Facts in force without any award. Whatever makes one awards it in the same transaction: these were
   * written past the application, or their postings were taken away.
   */
  const neverAwarded = (
    missing: readonly ByHandPosting[],
    { facts, recorded }: ByHandLedger<Fact, Recorded>
  ): Fact[] => {
    const awarded = new Set(standingAwards<ByHandRecord>(recorded).map(settling.idOf));
    return facts.filter(
      ({ id }) => !awarded.has(id) && missing.some((posting) => settling.idOf(posting) === id)
    );
  };

  const describe = (
    documentId: string,
    posting: ByHandPosting,
    people: People
  ): Findings['postings'][number] => ({
    ...named(documentId),
    channel: posting.channel,
    unit: people.units.get(posting.unit)?.documentId ?? '',
    officer:
      posting.officer === null ? null : (people.members.get(posting.officer)?.documentId ?? ''),
    exact: describePoints(sumOf([posting])).exact,
  });

  return {
    /**
     * Finds the postings that are missing.
     *
     * @param forged keys of the postings that nothing stands behind; is given those that nobody can reckon with
     */
    async find(trx: Transaction, findings: Findings, forged: Set<string>): Promise<void> {
      const people = await loadPeople(strapi, trx);
      for (const ids of await chunks(trx)) {
        const whole = await settling.load(trx, ids);
        nameUnsound(whole, findings, forged);
        const ledger = withoutBroken(whole, findings);
        const documentIds = new Map<number | null, string>(
          ledger.facts.map(({ id, documentId }) => [id, documentId])
        );
        findings.checked[counted] += ids.length;
        findings.checked.postings += whole.recorded.length;
        const missing = settling.missing(ledger);
        for (const { documentId } of neverAwarded(missing, ledger)) {
          findings.unfounded.push({
            ...{ kind, id: documentId, problem: 'never-awarded' },
            ...named(documentId),
          });
        }
        for (const posting of missing) {
          const documentId = documentIds.get(settling.idOf(posting)) ?? '';
          findings.postings.push(describe(documentId, posting, people));
        }
      }
    },

    /** What they give to the running totals. */
    async totals(trx: Transaction, forged: ReadonlySet<string>): Promise<Total[]> {
      const sum = startSum();
      for (const ids of await chunks(trx)) {
        sum.add(totalsOf((await settling.load(trx, ids)).recorded, forged));
      }
      return sum.list();
    },

    /** Settles all but those in doubt. */
    async repair(trx: Transaction, { unfounded }: Findings): Promise<void> {
      const doubted = new Set(unfounded.map((row) => row[kind]));
      for (const ids of await chunks(trx)) {
        const { facts } = await settling.load(trx, ids);
        const sound = facts.filter(({ documentId }) => !doubted.has(documentId));
        await settling.run(
          trx,
          sound.map(({ id }) => id),
          'reconcile'
        );
      }
    },
  };
};

/** Compares the postings of bonuses with the bonuses. */
export const differingBonuses = oncePerApplication((strapi: Core.Strapi) =>
  differing(strapi, {
    kind: 'bonus',
    counted: 'bonuses',
    allIds: (trx) => bonusRepository(strapi).allIds(trx),
    settling: bonusSettleService(strapi),
    isSound: ({ amount, day }) => isFigure(amount) && isDay(day),
  })
);

/** Compares the postings of corrections with the answers to objections. */
export const differingCorrections = oncePerApplication((strapi: Core.Strapi) =>
  differing(strapi, {
    kind: 'objection',
    counted: 'objections',
    allIds: (trx) => objectionRepository(strapi).allIds(trx),
    settling: correctionSettleService(strapi),
    isSound: ({ correction, month }) =>
      correction === null ||
      (isFigure(correction.amount) &&
        isFigure(correction.divisor) &&
        isDay(correction.decidedOn) &&
        isMonth(month)),
  })
);
