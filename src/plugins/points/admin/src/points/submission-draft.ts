import type {
  Category,
  CreateSubmissionFromEntryBody,
  UnitsResponse,
} from '../../../shared/contracts';

export type Units = UnitsResponse['data'];

/** What is filled in of a submission that is to be made from an entry. */
export interface SubmissionDraft {
  title: string;
  /** documentIds. */
  units: string[];
  /** documentIds. */
  officers: string[];
  /** `null` until it is chosen: nobody but the person can know. */
  category: Category | null;
}

/** The chosen units that have officers who may be named. */
export const unitsWithOfficers = (units: Units, chosen: readonly string[]): Units =>
  units.filter(({ documentId, officers }) => chosen.includes(documentId) && officers.length > 0);

/** The draft with other units; officers of units that are no longer chosen are forgotten. */
export const withUnits = (
  draft: SubmissionDraft,
  units: Units,
  chosen: string[]
): SubmissionDraft => {
  const allowed = unitsWithOfficers(units, chosen).flatMap(({ officers }) =>
    officers.map(({ documentId }) => documentId)
  );
  return {
    ...draft,
    units: chosen,
    officers: draft.officers.filter((officer) => allowed.includes(officer)),
  };
};

/** The request that makes the submission, or `null` while something that it needs is missing. */
export const bodyOf = ({
  category,
  officers,
  title,
  units,
}: SubmissionDraft): CreateSubmissionFromEntryBody | null => {
  const called = title.trim();
  if (category === null || units.length === 0 || called === '') return null;
  return { title: called, units, officers, category };
};

/** Which of the fields that it needs are not filled in. */
export const missingIn = ({
  category,
  title,
  units,
}: SubmissionDraft): Record<'title' | 'units' | 'category', boolean> => ({
  title: title.trim() === '',
  units: units.length === 0,
  category: category === null,
});
