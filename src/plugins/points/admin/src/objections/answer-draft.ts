import type { AnswerObjectionBody, Outcome } from '../../../shared/contracts';

/** What is filled in of an answer: nothing of it is lost when it is refused. */
export interface AnswerDraft {
  outcome: Outcome | '';
  text: string;
  /** Whether the answer corrects points, rather than that facts are mended or nothing is. */
  corrects: boolean;
  points: string;
  /** Empty for the unit as a whole. */
  officer: string;
  reason: string;
  decidedBy: string;
}

/** What must be filled in. */
export type RequiredField = 'outcome' | 'text' | 'points' | 'reason' | 'decidedBy';

export const emptyAnswer = (): AnswerDraft => ({
  outcome: '',
  text: '',
  corrects: false,
  points: '',
  officer: '',
  reason: '',
  decidedBy: '',
});

/** Whether the draft brings a correction: none where the objection is dismissed. */
export const bringsCorrection = ({ corrects, outcome }: AnswerDraft): boolean =>
  corrects && outcome !== 'dismissed';

/** What must be filled in and is not. */
export const missingIn = (draft: AnswerDraft): ReadonlySet<RequiredField> => {
  const required: readonly RequiredField[] = bringsCorrection(draft)
    ? ['outcome', 'text', 'points', 'reason', 'decidedBy']
    : ['outcome', 'text'];
  return new Set(required.filter((field) => draft[field].trim() === ''));
};

/** The request that answers; `null` while no outcome is chosen. */
export const bodyOf = (draft: AnswerDraft): AnswerObjectionBody | null => {
  if (draft.outcome === '') return null;
  return {
    outcome: draft.outcome,
    text: draft.text.trim(),
    ...(bringsCorrection(draft) && {
      correction: {
        points: draft.points.trim(),
        ...(draft.officer !== '' && { officer: draft.officer }),
        reason: draft.reason.trim(),
        decidedBy: draft.decidedBy.trim(),
      },
    }),
  };
};
