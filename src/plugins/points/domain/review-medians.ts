import Fraction from 'fraction.js';
import { medianOf } from './median';
import type { Delivery } from './commission';

/**
 * What a review says of quality and pace (过程管控与质量评估, §八.2): rates of each unit, and their medians.
 * All exact; a rate of nothing is none, and counts in no median.
 */

/** How many commissions were asked of a unit, and how it did with them. */
export interface Deliveries {
  asked: number;
  onTime: number;
  late: number;
  missed: number;
}

/** The sum of some deliveries. */
export const deliveriesOf = (deliveries: readonly Delivery[]): Deliveries => {
  const count = (kind: Delivery): number => deliveries.filter((each) => each === kind).length;
  return {
    asked: deliveries.length,
    onTime: count('on-time'),
    late: count('late'),
    missed: count('missed'),
  };
};

/** What the rates of a unit are made of. */
export interface Pace {
  /** Received in the period by the sealed months, and adopted in it. */
  submitted: number;
  adopted: number;
  /** Of the pieces received, as they stand: how many there are, and how many were ever returned. */
  pieces: number;
  returned: number;
  commissions: Deliveries;
}

const rateOf = (part: number, whole: number): Fraction | null =>
  whole === 0 ? null : new Fraction(part, whole);

/** Pieces returned at least once among those received (退稿率). */
export const returnRateOf = ({ returned, pieces }: Pace): Fraction | null =>
  rateOf(returned, pieces);

/**
 * Items adopted by what was received (录用率). Above 1 where what came before the period was adopted in
 * it.
 */
export const adoptionRateOf = ({ adopted, submitted }: Pace): Fraction | null =>
  rateOf(adopted, submitted);

/** Commissions answered on time among those asked (约稿按时率). */
export const onTimeRateOf = ({ commissions: { asked, onTime } }: Pace): Fraction | null =>
  rateOf(onTime, asked);

/** Medians of some units; `null` where there is nothing to take one of. */
export interface Medians {
  returnRate: Fraction | null;
  adoptionRate: Fraction | null;
  onTimeRate: Fraction | null;
  /** In minutes, from receipt to the office's first decision, of pieces and not of units. */
  waiting: Fraction | null;
}

const present = (values: ReadonlyArray<Fraction | null>): Fraction[] =>
  values.flatMap((value) => value ?? []);

/** The middle of some times, each in whole minutes. */
export const medianMinutes = (minutes: readonly number[]): Fraction | null =>
  medianOf(minutes.map((each) => new Fraction(each)));

/**
 * The medians of some units' rates, and of the time that pieces waited.
 *
 * @param minutes of each piece that was decided on, counted once however many units sent it
 */
export const mediansOf = (units: readonly Pace[], minutes: readonly number[]): Medians => ({
  returnRate: medianOf(present(units.map(returnRateOf))),
  adoptionRate: medianOf(present(units.map(adoptionRateOf))),
  onTimeRate: medianOf(present(units.map(onTimeRateOf))),
  waiting: medianMinutes(minutes),
});
