import type { State } from './submission-workflow';
import { addDays, addMonths, daysBetween, monthOf, type Day, type Month } from './period';
import type { CommissionKind } from './vocabulary';

/**
 * Commissions (§三（四）): the office asks units for a piece until a day. Which of them are still
 * owed, in what order, what became of them, and when a unit is reminded.
 */

/** A piece that names a commission. */
export interface Answer {
  state: State;
}

/** A piece that names a commission, and when the office had it. */
export interface SentAnswer extends Answer {
  /** `null` while it is a draft. */
  sentOn: Day | null;
}

/** What was decided about a commission after it was made: a line is appended and never changed. */
export type LineAction = 'extend' | 'close' | 'reopen' | 'not-needed' | 'needed' | 'remind';

/** A line, as far as it changes what a unit owes. */
export interface Line {
  action: LineAction;
  /** documentIds of the units that it is about; `null` for all of them. */
  units: readonly string[] | null;
  /** Until when, of an extension. */
  dueOn: Day | null;
}

/** What a commission asks of one unit. */
export interface Terms {
  dueOn: Day;
  /** Whether the office no longer needs it of this unit. */
  notNeeded: boolean;
}

/**
 * What holds for one unit, by the lines of a commission: its last extension where that is later than
 * the day of all, and whether it was told last that nothing is needed of it.
 *
 * @param dueOn the day that holds for all units
 * @param unit documentId
 * @param lines in their order
 */
export const termsOf = (dueOn: Day, unit: string, lines: readonly Line[]): Terms => {
  const own = lines.filter(({ units }) => units?.includes(unit));
  const extended = own.filter(({ action }) => action === 'extend').at(-1)?.dueOn ?? dueOn;
  const told = own
    .filter(({ action }) => action === 'not-needed' || action === 'needed')
    .at(-1)?.action;
  return { dueOn: extended > dueOn ? extended : dueOn, notNeeded: told === 'not-needed' };
};

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
export const isAnswer = ({ state }: Answer): boolean =>
  state === 'submitted' || state === 'accepted';

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

/** What a unit made of a commission: `closed` is one that the office no longer waits for. */
export type Outcome = Delivery | 'closed';

/** A commission asked of one unit, with what holds for it and the days on which its answers came in. */
export interface AskedOfUnit<A extends SentAnswer = SentAnswer> extends Terms {
  title: string;
  kind: CommissionKind;
  /** Its name. */
  unit: string;
  closed: boolean;
  answers: readonly A[];
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

/** How a unit did with a commission, and when. */
interface Delivered {
  outcome: Outcome;
  /** `null` where nothing came. */
  doneOn: Day | null;
}

/**
 * How a unit did with a commission whose day has come: by the earliest of its pieces that answers.
 * The one way in which bulletins, reviews and the page of commissions count.
 *
 * @param until what came after this day does not count
 * @returns `null` where nothing is needed of the unit: it has neither done nor missed anything
 */
export const deliveryOf = (
  { answers, closed, dueOn, notNeeded }: Pick<AskedOfUnit, 'answers' | 'closed'> & Terms,
  until: Day
): Delivered | null => {
  if (notNeeded) return null;
  const days = answers.filter(isAnswer).flatMap(({ sentOn }) => sentOn ?? []);
  const doneOn = days.filter((day) => day <= until).sort()[0] ?? null;
  if (doneOn !== null) return { outcome: doneOn <= dueOn ? 'on-time' : 'late', doneOn };
  return { outcome: closed ? 'closed' : 'missed', doneOn };
};

const lastDayOf = (month: Month): Day => addDays(`${addMonths(month, 1)}-01`, -1);

/**
 * What became of commissions in a month: of those due in it, and of earlier ones that were answered
 * only in it. What came after the month is the next month's affair.
 */
export const commissionOutcomes = (
  asked: readonly AskedOfUnit[],
  month: Month
): CommissionOutcome[] =>
  asked.flatMap((each) => {
    const delivered = deliveryOf(each, lastDayOf(month));
    if (!delivered) return [];
    const { doneOn, outcome } = delivered;
    const isDue = monthOf(each.dueOn) === month;
    const isCaughtUp = monthOf(each.dueOn) < month && doneOn !== null && monthOf(doneOn) === month;
    if (!isDue && !isCaughtUp) return [];
    const { dueOn, kind, title, unit } = each;
    return { title, kind, unit, dueOn, doneOn, outcome };
  });

/** Where a commission stands at one unit. */
export type UnitState =
  'waiting' | 'missed' | 'answered' | 'late' | 'adopted' | 'closed' | 'not-needed';

const STATE_OF: Readonly<Record<Outcome, UnitState>> = {
  'on-time': 'answered',
  late: 'late',
  missed: 'missed',
  closed: 'closed',
};

/**
 * Where a commission stands at one unit today: `missed` from the day after the one that it was due on,
 * `late` is answered after it, `adopted` whatever came before.
 *
 * @param isAdopted whether one of the unit's answers earns the points of §七.6
 */
export const unitStateOf = (
  asked: Pick<AskedOfUnit, 'answers' | 'closed'> & Terms,
  isAdopted: boolean,
  today: Day
): UnitState => {
  if (isAdopted) return 'adopted';
  const delivered = deliveryOf(asked, today);
  if (!delivered) return 'not-needed';
  const { outcome } = delivered;
  return outcome === 'missed' && today <= asked.dueOn ? 'waiting' : STATE_OF[outcome];
};

/** What a unit made of the commissions that were due in a period. */
export interface OutcomeCounts {
  /** Done, late and missed together. */
  asked: number;
  onTime: number;
  late: number;
  missed: number;
  /** Not due yet. */
  waiting: number;
  /** Closed unanswered, or not needed of the unit: neither done nor missed. */
  dropped: number;
}

/** What is counted of commissions, in the order in which it is shown. */
export const OUTCOME_COUNTS = [
  'asked',
  'onTime',
  'late',
  'missed',
  'waiting',
  'dropped',
] as const satisfies ReadonlyArray<keyof OutcomeCounts>;

/**
 * What a unit made of commissions, as of today.
 *
 * @param asked those of one unit that are due in a period
 */
export const countOutcomes = (
  asked: ReadonlyArray<Pick<AskedOfUnit, 'answers' | 'closed'> & Terms>,
  today: Day
): OutcomeCounts => {
  const counts: OutcomeCounts = {
    ...{ asked: 0, onTime: 0, late: 0, missed: 0, waiting: 0, dropped: 0 },
  };
  for (const each of asked) {
    const state = unitStateOf(each, false, today);
    if (state === 'answered') counts.onTime += 1;
    if (state === 'late') counts.late += 1;
    if (state === 'missed') counts.missed += 1;
    if (state === 'waiting') counts.waiting += 1;
    if (state === 'closed' || state === 'not-needed') counts.dropped += 1;
  }
  counts.asked = counts.onTime + counts.late + counts.missed;
  return counts;
};

/** When units are reminded. */
export interface ReminderRules {
  /** How many days before the day. */
  daysBefore: number;
  /** How often after it: on the day after, and then each week. */
  overdue: number;
}

/** Which of the reminders of a commission: some days before, on its day, or how many weeks after. */
export type Reminder = 'soon' | 'today' | `overdue.${number}`;

const WEEK = 7;

/**
 * The latest reminder that is due: of several that were left out only this one is sent. None once the
 * week of the last has gone by.
 *
 * @param daysLeft until the day; less than 0 is overdue
 */
export const reminderOn = (
  daysLeft: number,
  { daysBefore, overdue }: ReminderRules
): Reminder | null => {
  if (daysLeft > daysBefore) return null;
  if (daysLeft > 0) return 'soon';
  if (daysLeft === 0) return 'today';
  const week = Math.floor((-daysLeft - 1) / WEEK);
  return week < overdue ? `overdue.${week + 1}` : null;
};

const CHANNEL = 'commission.';

/** The channel through which an answer to a commission is adopted (§七.6). */
export const channelOfCommission = (kind: CommissionKind): `commission.${CommissionKind}` =>
  `${CHANNEL}${kind}`;

/** Whether what an adoption through the channel gives is for an answered commission. */
export const isCommissionChannel = (channel: string): boolean => channel.startsWith(CHANNEL);
