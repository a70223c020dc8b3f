import { haveCommonDay, type Day, type Span } from './period';

/** What is in use between two days, both included: a unit, an officer. */
export interface Dated {
  /** `null` where there is no first day, or no last. */
  activeFrom: Day | null;
  activeTo: Day | null;
}

/** The days on which it is in use. */
export const spanOf = ({ activeFrom, activeTo }: Dated): Span => ({
  from: activeFrom,
  to: activeTo,
});

/** Whether it is in use on any of some days. */
export const isActiveIn = (dated: Dated, span: Span): boolean => haveCommonDay(spanOf(dated), span);

/** Whether it is in use on a day. */
export const isActiveOn = (dated: Dated, day: Day): boolean =>
  isActiveIn(dated, { from: day, to: day });
