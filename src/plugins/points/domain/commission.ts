import type { State } from './submission-workflow';
import { daysBetween, type Day } from './period';

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
