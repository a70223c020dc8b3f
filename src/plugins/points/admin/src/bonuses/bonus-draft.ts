import type { RecordBonusBody } from '../../../shared/contracts';

/** A file that was uploaded, to be shown for a bonus. */
export interface Evidence {
  id: number;
  name: string;
}

/** What is filled in of a bonus: nothing of it is lost when it is refused. */
export interface BonusDraft {
  unit: string;
  /** Empty for the unit as a whole. */
  officer: string;
  points: string;
  reason: string;
  decidedBy: string;
  /** `YYYY-MM-DD`. */
  day: string;
  evidence: readonly Evidence[];
}

/** What must be filled in. */
export type RequiredField = 'unit' | 'points' | 'reason' | 'decidedBy' | 'day';

const REQUIRED: readonly RequiredField[] = ['unit', 'points', 'reason', 'decidedBy', 'day'];

export const emptyBonus = (day: string): BonusDraft => ({
  unit: '',
  officer: '',
  points: '',
  reason: '',
  decidedBy: '',
  day,
  evidence: [],
});

/** Another unit has other officers. */
export const withUnit = (draft: BonusDraft, unit: string): BonusDraft =>
  unit === draft.unit ? draft : { ...draft, unit, officer: '' };

/** What a picker of units offers. */
interface UnitChoice {
  documentId: string;
  officers: ReadonlyArray<{ documentId: string }>;
}

/** A whole day as a day field writes it; while it is being typed the year is one of the first. */
export const isWholeDay = (day: string): boolean => /^[12]\d{3}-\d{2}-\d{2}$/.test(day);

/** As far as the units of the day offer what was chosen: who left before or came later is not chosen. */
export const offered = (draft: BonusDraft, units: readonly UnitChoice[]): BonusDraft => {
  const unit = units.find(({ documentId }) => documentId === draft.unit);
  if (!unit) return { ...draft, unit: '', officer: '' };
  const isOfficer = unit.officers.some(({ documentId }) => documentId === draft.officer);
  return isOfficer ? draft : { ...draft, officer: '' };
};

/** What must be filled in and is not. */
export const missingIn = (draft: BonusDraft): ReadonlySet<RequiredField> =>
  new Set(REQUIRED.filter((field) => draft[field].trim() === ''));

/** The request that records it. */
export const bodyOf = (draft: BonusDraft): RecordBonusBody => ({
  unit: draft.unit,
  ...(draft.officer !== '' && { officer: draft.officer }),
  points: draft.points.trim(),
  reason: draft.reason.trim(),
  decidedBy: draft.decidedBy.trim(),
  day: draft.day,
  evidence: draft.evidence.map(({ id }) => id),
});
