import type { Core } from '@strapi/strapi';
import { addMonths, monthOf, type Period } from '../../../domain/period';
import type { Receipt } from '../../../domain/period-facts';
import {
  ledgerOf,
  withLines,
  type PeriodLedger,
  type PeriodLine,
} from '../../../domain/period-ledger';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { postingRepository, type MonthLine } from '../ledger/postings';
import { sealRepository } from '../ledger/seals';
import { countedOn, receiptRepository } from './receipts-repository';

/** What each unit has in the ledger of a year, until a place in its chain. */
interface KeptLedgers {
  sequence: number;
  hash: string;
  units: ReadonlyMap<number, PeriodLedger>;
}

/** What each unit sent in for a year. */
interface KeptReceipts {
  version: string;
  units: ReadonlyMap<number, readonly Receipt[]>;
}

/** What the rules over a period go by, of each unit by its id. */
export interface YearFacts {
  ledgers: ReadonlyMap<number, PeriodLedger>;
  received: ReadonlyMap<number, readonly Receipt[]>;
}

/** Years whose facts are kept at once. */
const YEARS = 3;

const latest = <Value>(kept: ReadonlyMap<string, Value>, year: string, value: Value) =>
  new Map([...kept].filter(([other]) => other !== year).slice(1 - YEARS)).set(year, value);

/** What was kept, where the new says the same: whoever asks whether it changed need not look into it. */
const sameAs = (kept: readonly Receipt[] | undefined, found: readonly Receipt[]) =>
  kept && JSON.stringify(kept) === JSON.stringify(found) ? kept : found;

/** A year and the month before it, into which its first week reaches. */
const reachOf = (year: string): Pick<Period, 'from' | 'to'> => ({
  from: `${Number(year) - 1}-12-01`,
  to: `${year}-12-31`,
});

const monthsOf = ({ from, to }: Pick<Period, 'from' | 'to'>) => ({
  from: from.slice(0, 7),
  to: to.slice(0, 7),
});

const numbersOf = (lines: readonly MonthLine[], what: 'adoption' | 'submission'): number[] =>
  [...new Set(lines.map((line) => line[what]))].filter((id) => id !== null);

const toPeriodLine = ({ adoptedOn, month, ...line }: MonthLine): PeriodLine => ({
  ...line,
  day: countedOn(adoptedOn, month),
});

/**
 * What the rules over a period go by, kept from one report to the next. Of the ledger only what was appended since
 * is read, for nothing that stands in it changes; what was sent in is read again once any of it was saved.
 */
export const keptFactsService = oncePerApplication((strapi: Core.Strapi) => {
  const postings = postingRepository(strapi);
  const receipts = receiptRepository(strapi);
  const seals = sealRepository(strapi);
  let ledgers: ReadonlyMap<string, KeptLedgers> = new Map();
  let received: ReadonlyMap<string, KeptReceipts> = new Map();

  const whole = async (
    trx: Transaction,
    year: string,
    until: number
  ): Promise<KeptLedgers['units']> => {
    const months = monthsOf(reachOf(year));
    const lines = await postings.linesOfMonths(trx, months, { after: 0, until });
    const units = groupBy(lines, ({ unit }) => unit);
    return new Map([...units].map(([unit, own]) => [unit, ledgerOf(own.map(toPeriodLine))]));
  };

  const extended = async (
    trx: Transaction,
    year: string,
    kept: KeptLedgers,
    until: number
  ): Promise<KeptLedgers['units']> => {
    const months = monthsOf(reachOf(year));
    const added = await postings.linesOfMonths(trx, months, { after: kept.sequence, until });
    if (added.length === 0) return kept.units;
    const known = await postings.linesNaming(trx, months, kept.sequence, {
      adoptions: numbersOf(added, 'adoption'),
      submissions: numbersOf(added, 'submission'),
    });
    const before = groupBy(known, ({ unit }) => unit);
    const units = new Map(kept.units);
    for (const [unit, own] of groupBy(added, (line) => line.unit)) {
      const ledger = units.get(unit) ?? ledgerOf([]);
      const related = (before.get(unit) ?? []).map(toPeriodLine);
      units.set(unit, withLines(ledger, own.map(toPeriodLine), related));
    }
    return units;
  };

  /** Whether what was kept is the beginning of the ledger as this transaction sees it. */
  const isBeginning = async (
    trx: Transaction,
    kept: KeptLedgers,
    last: { sequence: number; hash: string }
  ): Promise<boolean> => {
    if (kept.sequence === last.sequence) return kept.hash === last.hash;
    if (kept.sequence > last.sequence) return false;
    return kept.sequence === 0 || (await postings.hashAt(trx, kept.sequence)) === kept.hash;
  };

  const ledgersOf = async (trx: Transaction, year: string): Promise<KeptLedgers['units']> => {
    const { hash, sequence } = await postings.lastLink(trx);
    const kept = ledgers.get(year);
    const good = kept && (await isBeginning(trx, kept, { hash, sequence })) ? kept : null;
    const units = good
      ? await extended(trx, year, good, sequence)
      : await whole(trx, year, sequence);
    ledgers = latest(ledgers, year, { sequence, hash, units });
    return units;
  };

  const receivedOf = async (trx: Transaction, year: string): Promise<KeptReceipts['units']> => {
    const reach = { span: reachOf(year), firstOpen: await seals.current(trx) };
    const version = await receipts.version(trx, reach);
    const kept = received.get(year);
    if (kept?.version === version) return kept.units;
    const found = groupBy(await receipts.of(trx, reach), ({ unit }) => unit);
    const units = new Map(
      [...found].map(([unit, own]) => [unit, sameAs(kept?.units.get(unit), own)])
    );
    received = latest(received, year, { version, units });
    return units;
  };

  return {
    /** All lines and receipts of a span of whole months and the one before it, read anew. */
    async since(
      trx: Transaction,
      { from, to }: Pick<Period, 'from' | 'to'>
    ): Promise<{
      lines: ReadonlyMap<number, readonly PeriodLine[]>;
      received: YearFacts['received'];
    }> {
      const span = { from: `${addMonths(monthOf(from), -1)}-01`, to };
      const { sequence: until } = await postings.lastLink(trx);
      const lines = await postings.linesOfMonths(trx, monthsOf(span), { after: 0, until });
      const reach = { span, firstOpen: await seals.current(trx) };
      return {
        lines: new Map(
          [...groupBy(lines, ({ unit }) => unit)].map(([unit, own]) => [
            unit,
            own.map(toPeriodLine),
          ])
        ),
        received: groupBy(await receipts.of(trx, reach), ({ unit }) => unit),
      };
    },

    /** The facts of a year (`2026`), and of the week that reaches into it. */
    async of(trx: Transaction, year: string): Promise<YearFacts> {
      return { ledgers: await ledgersOf(trx, year), received: await receivedOf(trx, year) };
    },
  };
});
