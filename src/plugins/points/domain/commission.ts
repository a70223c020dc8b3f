import type { State } from './submission-workflow';
import { daysBetween, monthOf, type Day, type Month } from './period';
import type { CommissionKind } from './vocabulary';

/**
 * Commissions (§三（四）): the office asks units for a piece until a day. Which of them are still
 * owed, in what order.
 */

/** A piece that names a commission. */
export interface Answer {
  state: State;
}

/** A commission as a unit looks at it. */
export interface Asked<A extends Answer = Answer> {
  dueOn: Day;
  closed: boolean;
  /** The unit's own pieces that name it. */
  answers: readonly A[];
}

/** What a unit owes. */
export interface Due<C extends Asked> {
  commission: C;
  /** Days until it is due; 0 is today, less than 0 is overdue. */
  daysLeft: number;
  /** The piece that was begun for it and is not with the office. */
  begun: C['answers'][number] | null;
}

/** A draft, and what came back, answers nothing yet; what was declined did not do. */
const isAnswer = ({ state }: Answer): boolean => state === 'submitted' || state === 'accepted';

const isWithUnit = ({ state }: Answer): boolean => state === 'draft' || state === 'returned';

/** What is open and not answered, the most urgent first. */
export const commissionsDue = <C extends Asked>(
  commissions: readonly C[],
  today: Day
): Array<Due<C>> =>
  commissions
    .filter(({ closed, answers }) => !closed && !answers.some(isAnswer))
    .map((commission) => ({
      commission,
      daysLeft: daysBetween(today, commission.dueOn),
      begun: commission.answers.find(isWithUnit) ?? null,
    }))
    .sort((one, other) => one.daysLeft - other.daysLeft);

/** How a unit did with what it was asked for. */
export type Delivery = 'on-time' | 'late' | 'missed';

/**
 * How a unit did with a commission whose day has come: by the earliest of its pieces that answers.
 *
 * @param answers its own pieces that name the commission, with the day on which each was received
 */
export const deliveryOf = (
  dueOn: Day,
  answers: ReadonlyArray<Answer & { receivedOn: Day | null }>
): Delivery => {
  const days = answers.filter(isAnswer).flatMap(({ receivedOn }) => receivedOn ?? []);
  if (days.length === 0) return 'missed';
  return days.some((day) => day <= dueOn) ? 'on-time' : 'late';
};

/** What a unit made of a commission: `closed` is one that the office no longer waits for. */
export type Outcome = Delivery | 'closed';

/** A commission asked of one unit, with the days on which its answers came in. */
export interface AskedOfUnit {
  title: string;
  kind: CommissionKind;
  unit: string;
  dueOn: Day;
  closed: boolean;
  answers: ReadonlyArray<Answer & { sentOn: Day | null }>;
}

/** What became of a commission at one unit, as a bulletin tells it. */
export interface CommissionOutcome {
  title: string;
  kind: CommissionKind;
  unit: string;
  dueOn: Day;
  /** `null` where nothing came. */
  doneOn: Day | null;
  outcome: Outcome;
}

const outcomeOf = ({ closed, dueOn }: AskedOfUnit, doneOn: Day | null): Outcome => {
  if (doneOn !== null) return doneOn <= dueOn ? 'on-time' : 'late';
  return closed ? 'closed' : 'missed';
};

/**
 * What became of commissions in a month: of those due in it, and of earlier ones that were answered
 * only in it. What came after the month is the next month's affair.
 */
export const commissionOutcomes = (
  asked: readonly AskedOfUnit[],
  month: Month
): CommissionOutcome[] =>
  asked.flatMap((each) => {
    const days = each.answers
      .filter(isAnswer)
      .flatMap(({ sentOn }) => sentOn ?? [])
      .filter((day) => monthOf(day) <= month)
      .sort();
    const doneOn = days[0] ?? null;
    const isDue = monthOf(each.dueOn) === month;
    const isCaughtUp = monthOf(each.dueOn) < month && doneOn !== null && monthOf(doneOn) === month;
    if (!isDue && !isCaughtUp) return [];
    const { dueOn, kind, title, unit } = each;
    return { title, kind, unit, dueOn, doneOn, outcome: outcomeOf(each, doneOn) };
  });
