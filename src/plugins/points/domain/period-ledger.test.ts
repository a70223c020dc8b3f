import fc from 'fast-check';
import { addDays, periodsIn, type PeriodKind } from './period';
import {
  earnedBy,
  ledgerOf,
  pointsIn,
  withLines,
  type PeriodLedger,
  type PeriodLine,
} from './period-ledger';
import { sumOf } from './points';
import type { Channel } from './vocabulary';

interface Span {
  from: string;
  to: string;
}

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

/** The same, line by line: what the kept sums and counts must come to. */
const chosen = (lines: readonly PeriodLine[], { from, to }: Span, channels?: readonly Channel[]) =>
  lines.filter(
    ({ day, source }) =>
      from <= day && day <= to && (!channels || channels.some((each) => each === source))
  );

const byHand = (lines: readonly PeriodLine[], subject: 'adoption' | 'submission') => {
  const numbers = [...new Set(lines.map((line) => line[subject]))].filter((id) => id !== null);
  return numbers.filter((id) => sumOf(lines.filter((line) => line[subject] === id)).compare(0) > 0)
    .length;
};

const SPANS = (['week', 'month', 'quarter', 'half', 'year'] as PeriodKind[]).flatMap((kind) =>
  periodsIn(YEAR, kind)
);

const CHOICES: Array<Channel[] | undefined> = [
  undefined,
  ['newsletter'],
  ['newsletter', 'site.video'],
  ['instruction'],
];

const figuresOf = (ledger: PeriodLedger) =>
  SPANS.map((span) => [
    span.code,
    earnedBy(ledger, 'submission', span),
    ...CHOICES.flatMap((channels) => [
      pointsIn(ledger, span, channels).toFraction(),
      earnedBy(ledger, 'adoption', span, channels),
    ]),
  ]);

const figuresByHand = (lines: readonly PeriodLine[]) =>
  SPANS.map((span) => [
    span.code,
    byHand(chosen(lines, span), 'submission'),
    ...CHOICES.flatMap((channels) => [
      sumOf(chosen(lines, span, channels)).toFraction(),
      byHand(chosen(lines, span, channels), 'adoption'),
    ]),
  ]);

/** Few adoptions and days, so that many are moved, taken back, given again, in this part or another. */
const LINE: fc.Arbitrary<PeriodLine> = fc
  .record({
    offset: fc.oneof(fc.integer({ min: -6, max: 364 }), fc.integer({ min: 20, max: 40 })),
    amount: fc.constantFrom(100, 100, 100, -100, -100, 300, -300),
    divisor: fc.constantFrom(1, 1, 2, 3),
    source: fc.constantFrom<Array<PeriodLine['source']>>(
      'newsletter',
      'site.video',
      'instruction',
      'bonus'
    ),
    adoption: fc.option(fc.integer({ min: 1, max: 8 })),
    submission: fc.option(fc.integer({ min: 1, max: 4 })),
  })
  .map(({ offset, ...line }) => ({ ...line, day: addDays('2026-01-01', offset) }));

const LINES = fc.array(LINE, { maxLength: 30 });

describe('a ledger kept by parts of months', () => {
  it('comes to what its lines come to, in every period and through any channels', () => {
    fc.assert(
      fc.property(LINES, (lines) => {
        expect(figuresOf(ledgerOf(lines))).toEqual(figuresByHand(lines));
      }),
      { numRuns: 300 }
    );
  });

  it('is the same however its lines were added, and leaves the one before as it was', () => {
    fc.assert(
      fc.property(LINES, LINES, (first, second) => {
        const before = ledgerOf(first);
        const figures = figuresOf(before);
        const numbers = new Set(
          second.flatMap(({ adoption, submission }) => [adoption, submission])
        );
        const related = first.filter(
          ({ adoption, submission }) => numbers.has(adoption) || numbers.has(submission)
        );
        const after = withLines(before, second, related);
        expect(figuresOf(after)).toEqual(figuresByHand([...first, ...second]));
        expect(figuresOf(before)).toEqual(figures);
      }),
      { numRuns: 300 }
    );
  });

  it('forgets what nothing is left of', () => {
    const line: PeriodLine = {
      ...{ day: '2026-03-05', amount: 100, divisor: 1, source: 'newsletter' },
      ...{ adoption: 1, submission: 1 },
    };
    const taken = withLines(ledgerOf([line]), [{ ...line, amount: -100 }], [line]);
    expect([...taken.adoption.values()].flatMap((values) => [...values])).toEqual([]);
    expect(taken.odd.size).toBe(0);
  });
});
