import type { missingIn } from './submission-draft';
import { withUnits, type SubmissionDraft, type Units } from './submission-draft';
import { CategoryField, OfficersField, TitleField, UnitsField } from './SubmissionFields';

interface SubmissionFieldSetProps {
  draft: SubmissionDraft;
  units: Units;
  /** Which of the fields it was sent without. */
  missing: ReturnType<typeof missingIn>;
  onChange: (draft: SubmissionDraft) => void;
}

/** What a submission that the office makes needs. */
export const SubmissionFieldSet = ({
  draft,
  missing,
  onChange,
  units,
}: SubmissionFieldSetProps) => (
  <>
    <TitleField
      value={draft.title}
      isMissing={missing.title}
      onChange={(title) => onChange({ ...draft, title })}
    />
    <UnitsField
      units={units}
      value={draft.units}
      isMissing={missing.units}
      onChange={(chosen) => onChange(withUnits(draft, units, chosen))}
    />
    <OfficersField
      units={units}
      chosen={draft.units}
      value={draft.officers}
      onChange={(officers) => onChange({ ...draft, officers })}
    />
    <CategoryField
      value={draft.category}
      isMissing={missing.category}
      onChange={(category) => onChange({ ...draft, category })}
    />
  </>
);
