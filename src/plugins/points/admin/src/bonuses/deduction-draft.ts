import type { DeductionKind, RecordDeductionBody } from '../../../shared/contracts';
import { emptyBonus, groundsOf, type ByHandDraft } from './bonus-draft';

/** What is filled in of a deduction. */
export interface DeductionDraft extends ByHandDraft {
  /** Which kind; empty while none is chosen. */
  code: string;
}

/** What must be filled in. */
export type RequiredField = 'unit' | 'code' | 'points' | 'reason' | 'decidedBy' | 'day';

const REQUIRED: readonly RequiredField[] = ['unit', 'code', 'reason', 'decidedBy', 'day'];

export const emptyDeduction = (day: string): DeductionDraft => ({ ...emptyBonus(day), code: '' });

/** The kind that is chosen, of those that the rules of the day know. */
export const chosenKind = (
  { code }: DeductionDraft,
  kinds: readonly DeductionKind[]
): DeductionKind | undefined => kinds.find((kind) => kind.code === code);

/** Whether the points are to be chosen. */
const hasRange = (kind: DeductionKind | undefined): boolean =>
  typeof kind?.points === 'object' && kind.points !== null;

/** What must be filled in and is not; a kind that the rules of the day do not know is none. */
export const missingIn = (
  draft: DeductionDraft,
  kinds: readonly DeductionKind[]
): ReadonlySet<RequiredField> => {
  const kind = chosenKind(draft, kinds);
  const known = { ...draft, code: kind?.code ?? '' };
  const fields: readonly RequiredField[] = hasRange(kind) ? [...REQUIRED, 'points'] : REQUIRED;
  return new Set(fields.filter((field) => known[field].trim() === ''));
};

/** The request that records it. */
export const bodyOf = (
  draft: DeductionDraft,
  kinds: readonly DeductionKind[]
): RecordDeductionBody => ({
  ...groundsOf(draft),
  code: draft.code,
  ...(hasRange(chosenKind(draft, kinds)) && { points: draft.points.trim() }),
});
