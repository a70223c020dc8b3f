import type { ReviewContent } from '../../../shared/contracts';

/** What the office is writing; it is sent as a whole. */

/** With a note on a unit's base content; an empty one is none. */
export const withNote = (content: ReviewContent, unit: string, note: string): ReviewContent => ({
  ...content,
  baseContent: [
    ...content.baseContent.filter((each) => each.unit !== unit),
    ...(note === '' ? [] : [{ unit, note }]),
  ],
});

/** With the reason why somebody is ruled out; an empty one rules out nobody. */
export const withVeto = (
  content: ReviewContent,
  subject: string,
  reason: string
): ReviewContent => ({
  ...content,
  vetoes: [
    ...content.vetoes.filter((each) => each.subject !== subject),
    ...(reason === '' ? [] : [{ subject, reason }]),
  ],
});

/** With a unit named in the document, or not. */
export const withCriticised = (
  content: ReviewContent,
  unit: string,
  isNamed: boolean
): ReviewContent => ({
  ...content,
  criticised: [...content.criticised.filter((each) => each !== unit), ...(isNamed ? [unit] : [])],
});

export const noteOf = ({ baseContent }: ReviewContent, unit: string): string =>
  baseContent.find((each) => each.unit === unit)?.note ?? '';

export const vetoOf = ({ vetoes }: ReviewContent, subject: string): string =>
  vetoes.find((each) => each.subject === subject)?.reason ?? '';

/** A number as it was typed; what is none is 0. */
export const numberOf = (typed: string): number => {
  const number = Number(typed);
  return Number.isInteger(number) && number >= 0 ? number : 0;
};
