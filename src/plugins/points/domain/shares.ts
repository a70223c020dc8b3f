import type { Share } from './points';
import type { SplitPolicy } from './rule-set-content';

/** A unit that contributed, and the officers of it who are named (none is fine). */
export interface Contributor {
  unit: number;
  officers: readonly number[];
}

/** One unit's, or one of its officers', part of an award, with the split that explains it. */
export interface ContributorShare extends Share {
  unit: number;
  officer: number | null;
  /** Among so many units, and inside the unit among so many officers (1 when none is named). */
  unitCount: number;
  officerCount: number;
}

/** A unit's part of the whole: `weight / of`. */
interface Part {
  contributor: Contributor;
  weight: number;
  of: number;
}

/** What the office has of a piece that it rewrote. */
export interface OfficePart {
  unit: number;
  /** Hundredths of the whole. */
  share: number;
}

const sharesOfPart = (
  { amount, divisor }: Share,
  unitCount: number,
  { contributor, weight, of }: Part
): ContributorShare[] => {
  const { unit, officers } = contributor;
  const officerCount = Math.max(officers.length, 1);
  const named: ReadonlyArray<number | null> = officers.length > 0 ? officers : [null];
  return named.map((officer) => ({
    unit,
    officer,
    amount: amount * weight,
    divisor: divisor * of * officerCount,
    unitCount,
    officerCount,
  }));
};

const equalParts = (contributors: readonly Contributor[]): Part[] =>
  contributors.map((contributor) => ({ contributor, weight: 1, of: contributors.length }));

const weightedParts = (
  contributors: readonly Contributor[],
  weights: readonly number[]
): Part[] => {
  const sharing = contributors.slice(0, weights.length);
  const of = weights.slice(0, sharing.length).reduce((sum, weight) => sum + weight, 0);
  return sharing.map((contributor, place) => ({ contributor, weight: weights[place] ?? 0, of }));
};

const partsOf = (contributors: readonly Contributor[], policy: SplitPolicy): Part[] => {
  switch (policy.kind) {
    case 'each':
      return contributors.map((contributor) => ({ contributor, weight: 1, of: 1 }));
    case 'weights':
      return weightedParts(contributors, policy.weights);
    case 'first':
      return equalParts(contributors.slice(0, policy.units));
    case 'equal':
      return equalParts(contributors);
  }
};

const HUNDRED = 100;

/** What is left beside the office's part; a unit that contributed anyway has no second part. */
const withOffice = (parts: readonly Part[], office: OfficePart | null): Part[] => {
  if (!office || parts.some(({ contributor }) => contributor.unit === office.unit)) {
    return [...parts];
  }
  const rest = HUNDRED - office.share;
  return [
    ...parts
      .map(({ contributor, weight, of }) => ({
        contributor,
        weight: weight * rest,
        of: of * HUNDRED,
      }))
      .filter(({ weight }) => weight > 0),
    { contributor: { unit: office.unit, officers: [] }, weight: office.share, of: HUNDRED },
  ];
};

/**
 * Divides an award among the contributing units by a policy, in their order, and a unit's share
 * equally among its officers named. The shares sum exactly to the award; under `each` every unit's do.
 */
export const splitBy = (
  points: Share,
  contributors: readonly Contributor[],
  policy: SplitPolicy,
  office: OfficePart | null = null
): ContributorShare[] => {
  const parts = withOffice(partsOf(contributors, policy), office);
  const unitCount = policy.kind === 'each' ? 1 : parts.length;
  return parts.flatMap((part) => sharesOfPart(points, unitCount, part));
};

/**
 * Divides an award equally among the contributing units, whoever sent first, and a unit's share
 * equally among its officers named (§七.8 平均分配). The shares sum exactly to the award.
 *
 * @param amount hundredths of a point
 */
export const split = (amount: number, contributors: readonly Contributor[]): ContributorShare[] =>
  splitBy({ amount, divisor: 1 }, contributors, { kind: 'equal' });
