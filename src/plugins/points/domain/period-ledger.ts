import type Fraction from 'fraction.js';
import { partOf, type Day, type Period } from './period';
import { signOf, sumOf, type Share } from './points';
import type { Channel, PointsSource } from './vocabulary';

/**
 * What a unit's lines of the ledger come to in any week, month, quarter, half or year, kept so small that
 * nobody reads the lines again: sums by part of a month, and counts of what earned.
 */

/** A line of the ledger, as far as the rules that reach over a period see it. */
export interface PeriodLine extends Share {
  /** The day that it counts on: the first of its month where its own month had been sealed. */
  day: Day;
  source: PointsSource;
  adoption: number | null;
  submission: number | null;
}

/** The part of a month that lies in one week (`partOf`): every period is made of whole ones. */
type Part = Day;

/** A line as it is added up: its part in place of its day. */
type PartLine = Omit<PeriodLine, 'day'> & { part: Part };

/** Lines of one part, source and divisor as one. */
type NetLine = Omit<PartLine, 'adoption' | 'submission'>;

/** How many adoptions, or submissions, earned in a part. */
interface Earned {
  part: Part;
  /** The last part before in which they earned too: a period that holds both counts them once. */
  before: Part | null;
  /** Of adoptions, which channel it was. */
  source: PointsSource | null;
  count: number;
}

type ByPart<Value> = ReadonlyMap<Part, ReadonlyMap<string, Value>>;

/** What earned, and by which number of a line one knows it. */
type Subject = 'adoption' | 'submission';

/** What a unit has by its lines; `withLines` makes the next of it, and changes none. */
export interface PeriodLedger {
  sums: ByPart<NetLine>;
  adoption: ByPart<Earned>;
  submission: ByPart<Earned>;
  /** The lines of what was moved, or taken back in another part than it was given in: counted one by one. */
  odd: ReadonlyMap<string, readonly NetLine[]>;
}

const NOTHING: PeriodLedger = {
  sums: new Map(),
  adoption: new Map(),
  submission: new Map(),
  odd: new Map(),
};

/** The part that each day lies in, worked out once a day. */
const partFinder = (): ((day: Day) => Part) => {
  const known = new Map<Day, Part>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const part = partOf(day);
    known.set(day, part);
    return part;
  };
};

type Drafted<Value> = Map<Part, Map<string, Value>>;

const copyOf = <Value>(parts: ByPart<Value>): Drafted<Value> =>
  new Map([...parts].map(([part, values]) => [part, new Map(values)]));

const valuesAt = <Value>(parts: Drafted<Value>, part: Part): Map<string, Value> => {
  const values = parts.get(part) ?? new Map<string, Value>();
  parts.set(part, values);
  return values;
};

const groupsOf = <Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key
): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

const addTo = (sums: Map<string, NetLine>, { amount, divisor, part, source }: NetLine): void => {
  const key = `${part} ${source} ${divisor}`;
  const before = sums.get(key)?.amount ?? 0;
  sums.set(key, { part, source, divisor, amount: before + amount });
};

/** Lines of one part, source and divisor as one; what comes to nothing is left out. */
const net = (lines: Iterable<PartLine>): NetLine[] => {
  const sums = new Map<string, NetLine>();
  for (const line of lines) addTo(sums, line);
  return [...sums.values()].filter(({ amount }) => amount !== 0);
};

const byPart = (one: [Part, unknown], other: [Part, unknown]): number =>
  one[0] < other[0] ? -1 : 1;

/** What earned in each of some parts; `null` where it must be counted line by line. */
const earnedIn = (subject: Subject, lines: readonly NetLine[]): Earned[] | null => {
  const parts = [...groupsOf(lines, ({ part }) => part)].sort(byPart);
  const sources = new Set(lines.map(({ source }) => source));
  if (subject === 'adoption' && (sources.size > 1 || parts.length > 1)) return null;
  const [source = null] = subject === 'adoption' ? sources : [];
  const found: Earned[] = [];
  for (const [part, own] of parts) {
    const sign = signOf(own);
    if (sign < 0) return null;
    if (sign > 0) found.push({ part, before: found.at(-1)?.part ?? null, source, count: 1 });
  }
  return found;
};

interface Draft {
  sums: Drafted<NetLine>;
  adoption: Drafted<Earned>;
  submission: Drafted<Earned>;
  odd: Map<string, readonly NetLine[]>;
}

const addCount = (counts: Map<string, Earned>, earned: Earned, times: 1 | -1): void => {
  const key = `${earned.before} ${earned.source}`;
  const left = (counts.get(key)?.count ?? 0) + times;
  if (left === 0) counts.delete(key);
  else counts.set(key, { ...earned, count: left });
};

/** Adds what one adoption or submission earned, or takes it out again. */
const addEarned = (
  draft: Draft,
  subject: Subject,
  id: number,
  lines: readonly PartLine[],
  times: 1 | -1
): void => {
  const own = net(lines);
  const earned = earnedIn(subject, own);
  if (earned) for (const each of earned) addCount(valuesAt(draft[subject], each.part), each, times);
  else if (times === 1) draft.odd.set(`${subject} ${id}`, own);
  else draft.odd.delete(`${subject} ${id}`);
};

/** Every adoption, or submission, that the added lines name: without them, and with them. */
const recount = (
  draft: Draft,
  subject: Subject,
  known: readonly PartLine[],
  added: readonly PartLine[]
): void => {
  const before = groupsOf(known, (line) => line[subject]);
  for (const [id, lines] of groupsOf(added, (line) => line[subject])) {
    if (id === null) continue;
    const own = before.get(id) ?? [];
    addEarned(draft, subject, id, own, -1);
    addEarned(draft, subject, id, [...own, ...lines], 1);
  }
};

/**
 * What a unit has once lines were added to its ledger.
 *
 * @param known its lines before them, at least those of every adoption and submission that they name
 */
export const withLines = (
  ledger: PeriodLedger,
  added: readonly PeriodLine[],
  known: readonly PeriodLine[]
): PeriodLedger => {
  const find = partFinder();
  const inParts = (lines: readonly PeriodLine[]): PartLine[] =>
    lines.map(({ day, ...line }) => ({ ...line, part: find(day) }));
  const draft: Draft = {
    sums: copyOf(ledger.sums),
    adoption: copyOf(ledger.adoption),
    submission: copyOf(ledger.submission),
    odd: new Map(ledger.odd),
  };
  const [more, before] = [inParts(added), inParts(known)];
  for (const line of more) addTo(valuesAt(draft.sums, line.part), line);
  recount(draft, 'adoption', before, more);
  recount(draft, 'submission', before, more);
  return draft;
};

/** What a unit has by all of its lines. */
export const ledgerOf = (lines: readonly PeriodLine[]): PeriodLedger =>
  withLines(NOTHING, lines, []);

type Span = Pick<Period, 'from' | 'to'>;

const liesIn = (part: Part, { from, to }: Span): boolean => from <= part && part <= to;

const isOf = (source: PointsSource | null, channels: readonly Channel[] | undefined): boolean =>
  channels === undefined || channels.some((channel) => channel === source);

const within = <Value>(parts: ByPart<Value>, span: Span): Value[] =>
  [...parts].flatMap(([part, values]) => (liesIn(part, span) ? [...values.values()] : []));

/** The points of a week, a month or a longer period, through some channels or all. */
export const pointsIn = (
  { sums }: PeriodLedger,
  span: Span,
  channels?: readonly Channel[]
): Fraction => sumOf(within(sums, span).filter(({ source }) => isOf(source, channels)));

/** How many adoptions, or submissions, have points left in it: what was taken back counts as none. */
export const earnedBy = (
  ledger: PeriodLedger,
  subject: Subject,
  span: Span,
  channels?: readonly Channel[]
): number => {
  const counted = within(ledger[subject], span)
    .filter(({ before, source }) => isOf(source, channels) && (!before || before < span.from))
    .reduce((sum, { count }) => sum + count, 0);
  const odd = [...ledger.odd].filter(([key, lines]) => {
    if (!key.startsWith(subject)) return false;
    return (
      signOf(lines.filter(({ part, source }) => liesIn(part, span) && isOf(source, channels))) > 0
    );
  });
  return counted + odd.length;
};
