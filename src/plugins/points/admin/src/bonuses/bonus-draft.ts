import type { RecordBonusBody } from '../../../shared/contracts';

/** A file that was uploaded, to be shown for a bonus. */
export interface Evidence {
  id: number;
  name: string;
}

/** What is filled in of a bonus or a deduction: nothing of it is lost when it is refused. */
export interface ByHandDraft {
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

export type BonusDraft = ByHandDraft;

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
export const withUnit = <Draft extends Pick<ByHandDraft, 'unit' | 'officer'>>(
  draft: Draft,
  unit: string
): Draft => (unit === draft.unit ? draft : { ...draft, unit, officer: '' });

/** What a picker of units offers. */
interface UnitChoice {
  documentId: string;
  officers: ReadonlyArray<{ documentId: string }>;
}

/** A whole day as a day field writes it; while it is being typed the year is one of the first. */
export const isWholeDay = (day: string): boolean => /^[12]\d{3}-\d{2}-\d{2}$/.test(day);

/** As far as the units of the day offer what was chosen: who left before or came later is not chosen. */
export const offered = <Draft extends ByHandDraft>(
  draft: Draft,
  units: readonly UnitChoice[]
): Draft => {
  const unit = units.find(({ documentId }) => documentId === draft.unit);
  if (!unit) return { ...draft, unit: '', officer: '' };
  const isOfficer = unit.officers.some(({ documentId }) => documentId === draft.officer);
  return isOfficer ? draft : { ...draft, officer: '' };
};

/** The day that it is here, as a day field writes it. */
export const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** What must be filled in and is not. */
export const missingIn = (draft: BonusDraft): ReadonlySet<RequiredField> =>
  new Set(REQUIRED.filter((field) => draft[field].trim() === ''));

/** What the request that records it says of whom, when and why. */
export const groundsOf = (draft: ByHandDraft): Omit<RecordBonusBody, 'points'> => ({
  unit: draft.unit,
  ...(draft.officer !== '' && { officer: draft.officer }),
  reason: draft.reason.trim(),
  decidedBy: draft.decidedBy.trim(),
  day: draft.day,
  evidence: draft.evidence.map(({ id }) => id),
});

/** The request that records it. */
export const bodyOf = (draft: BonusDraft): RecordBonusBody => ({
  ...groundsOf(draft),
  points: draft.points.trim(),
});
