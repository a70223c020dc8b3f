import type { ReactNode } from 'react';
import { SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { UnitsResponse } from '../../../shared/contracts';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { withUnit, type ByHandDraft } from './bonus-draft';
import { EvidenceField } from './EvidenceField';

type Units = UnitsResponse['data'];

interface RequiredProps {
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  children: ReactNode;
}

/** A field that must be filled in. */
export const Required = (props: RequiredProps) => <LabelledField required {...props} />;

interface ChoiceProps {
  units: Units;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** Which unit it is about. */
const UnitField = ({ units, value, error, onChange }: ChoiceProps) => {
  const { formatMessage } = useIntl();
  return (
    <Required
      name="unit"
      label={formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
      error={error}
    >
      <SingleSelect
        value={value === '' ? null : value}
        placeholder={formatMessage({
          id: trId('choice-input.placeholder'),
          defaultMessage: 'Choose',
        })}
        onChange={(chosen) => onChange(String(chosen))}
      >
        {units.map(({ documentId, name }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Required>
  );
};

/** One of the unit's officers, or nobody: then the unit as a whole gets it. */
const OfficerField = ({ units, unit, value, error, onChange }: ChoiceProps & { unit: string }) => {
  const { formatMessage } = useIntl();
  const officers = units.find(({ documentId }) => documentId === unit)?.officers ?? [];
  return (
    <LabelledField
      name="officer"
      label={formatMessage({ id: trId('report.officer'), defaultMessage: 'Officer' })}
      error={error}
    >
      <SingleSelect
        disabled={officers.length === 0}
        value={value === '' ? null : value}
        placeholder={formatMessage({
          id: trId('bonus.whole-unit'),
          defaultMessage: 'The unit as a whole',
        })}
        onChange={(chosen) => onChange(String(chosen))}
        onClear={() => onChange('')}
      >
        {officers.map(({ documentId, name }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </LabelledField>
  );
};

interface PeopleFieldsProps {
  units: Units;
  draft: Pick<ByHandDraft, 'unit' | 'officer'>;
  errorOf: (field: 'unit' | 'officer') => string | undefined;
  onChange: (values: Pick<ByHandDraft, 'unit' | 'officer'>) => void;
}

/** Whom it is about: a unit, or one of its officers. */
export const PeopleFields = ({ units, draft, errorOf, onChange }: PeopleFieldsProps) => (
  <>
    <UnitField
      units={units}
      value={draft.unit}
      error={errorOf('unit')}
      onChange={(unit) => onChange(withUnit(draft, unit))}
    />
    <OfficerField
      units={units}
      unit={draft.unit}
      value={draft.officer}
      error={errorOf('officer')}
      onChange={(officer) => onChange({ unit: draft.unit, officer })}
    />
  </>
);

interface TextFieldProps {
  hint: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** How many points. */
export const PointsField = ({ hint, value, error, onChange }: TextFieldProps) => {
  const { formatMessage } = useIntl();
  return (
    <Required
      name="points"
      label={formatMessage({ id: trId('bonus.points'), defaultMessage: 'Points' })}
      hint={hint}
      error={error}
    >
      <TextInput
        inputMode="decimal"
        maxLength={10}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Required>
  );
};

/** On which day. */
export const DayField = ({
  label,
  hint,
  value,
  error,
  onChange,
}: TextFieldProps & { label: string }) => (
  <Required name="day" label={label} hint={hint} error={error}>
    <TextInput type="date" value={value} onChange={({ target }) => onChange(target.value)} />
  </Required>
);

interface GroundFieldsProps {
  draft: Pick<ByHandDraft, 'reason' | 'decidedBy' | 'evidence'>;
  errorOf: (field: 'reason' | 'decidedBy' | 'evidence') => string | undefined;
  onChange: (values: Partial<Pick<ByHandDraft, 'reason' | 'decidedBy' | 'evidence'>>) => void;
}

/** Why, by whose decision, and what shows it. */
export const GroundFields = ({ draft, errorOf, onChange }: GroundFieldsProps) => {
  const { formatMessage } = useIntl();
  return (
    <>
      <Required
        name="reason"
        label={formatMessage({ id: trId('bonus.reason'), defaultMessage: 'Reason' })}
        error={errorOf('reason')}
      >
        <Textarea
          maxLength={200}
          value={draft.reason}
          onChange={({ target }) => onChange({ reason: target.value })}
        />
      </Required>
      <Required
        name="decidedBy"
        label={formatMessage({ id: trId('bonus.decider'), defaultMessage: 'Decided by' })}
        error={errorOf('decidedBy')}
      >
        <TextInput
          maxLength={120}
          value={draft.decidedBy}
          onChange={({ target }) => onChange({ decidedBy: target.value })}
        />
      </Required>
      <EvidenceField
        value={draft.evidence}
        error={errorOf('evidence')}
        onChange={(evidence) => onChange({ evidence })}
      />
    </>
  );
};
