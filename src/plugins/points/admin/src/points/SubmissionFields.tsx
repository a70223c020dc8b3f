import type { ChangeEvent } from 'react';
import {
  MultiSelectNested,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { CATEGORIES, UNIT_KINDS, type Category } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { unitsWithOfficers, type Units } from './submission-draft';

interface FieldProps<Value> {
  value: Value;
  onChange: (value: Value) => void;
}

interface RequiredFieldProps<Value> extends FieldProps<Value> {
  /** Whether it was sent without. */
  isMissing: boolean;
}

export const TitleField = ({ value, isMissing, onChange }: RequiredFieldProps<string>) => {
  const { formatMessage } = useIntl();
  return (
    <LabelledField
      name="title"
      required
      label={formatMessage({ id: trId('create-submission.field.title'), defaultMessage: 'Title' })}
      error={
        isMissing
          ? formatMessage({
              id: trId('create-submission.title-required'),
              defaultMessage: 'Give the submission a title.',
            })
          : undefined
      }
    >
      <TextInput
        value={value}
        maxLength={200}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
      />
    </LabelledField>
  );
};

interface UnitsFieldProps extends RequiredFieldProps<string[]> {
  units: Units;
}

/** The units that sent it in, institutions and departments apart. */
export const UnitsField = ({ units, value, isMissing, onChange }: UnitsFieldProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  return (
    <LabelledField
      name="units"
      required
      label={formatMessage({ id: trId('create-submission.field.units'), defaultMessage: 'Units' })}
      hint={formatMessage({
        id: trId('create-submission.units-hint'),
        defaultMessage: 'With several units, the points are divided equally among them.',
      })}
      error={
        isMissing
          ? formatMessage({
              id: trId('create-submission.units-required'),
              defaultMessage: 'Choose at least one unit: without one nobody earns points.',
            })
          : undefined
      }
    >
      <MultiSelectNested
        withTags
        value={value}
        placeholder={formatMessage({
          id: trId('create-submission.units-placeholder'),
          defaultMessage: 'Who sent it in',
        })}
        onChange={onChange}
        onClear={() => onChange([])}
        options={UNIT_KINDS.map((kind) => ({
          label: labelOf(kind),
          children: units
            .filter((unit) => unit.kind === kind)
            .map((unit) => ({ label: unit.name, value: unit.documentId })),
        })).filter(({ children }) => children.length > 0)}
      />
    </LabelledField>
  );
};

interface OfficersFieldProps extends FieldProps<string[]> {
  units: Units;
  /** documentIds of the units whose officers may be named. */
  chosen: readonly string[];
}

/** The officers who wrote it, by unit. */
export const OfficersField = ({ units, chosen, value, onChange }: OfficersFieldProps) => {
  const { formatMessage } = useIntl();
  const named = unitsWithOfficers(units, chosen);
  return (
    <LabelledField
      name="officers"
      label={formatMessage({
        id: trId('create-submission.field.officers'),
        defaultMessage: 'Officers',
      })}
    >
      <MultiSelectNested
        withTags
        disabled={named.length === 0}
        value={value}
        placeholder={formatMessage({
          id: trId('create-submission.officers-placeholder'),
          defaultMessage: 'Persons of these units, if known',
        })}
        onChange={onChange}
        onClear={() => onChange([])}
        options={named.map((unit) => ({
          label: unit.name,
          children: unit.officers.map(({ documentId, name }) => ({
            label: name,
            value: documentId,
          })),
        }))}
      />
    </LabelledField>
  );
};

export const CategoryField = ({
  value,
  isMissing,
  onChange,
}: RequiredFieldProps<Category | null>) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  return (
    <LabelledField
      name="category"
      required
      label={formatMessage({
        id: trId('create-submission.field.category'),
        defaultMessage: 'Category',
      })}
      error={
        isMissing
          ? formatMessage({
              id: trId('create-submission.category-required'),
              defaultMessage: 'Choose what it is.',
            })
          : undefined
      }
    >
      <SingleSelect
        value={value ?? ''}
        placeholder={formatMessage({
          id: trId('choice-input.placeholder'),
          defaultMessage: 'Choose',
        })}
        onChange={(chosen) => onChange(CATEGORIES.find((each) => each === chosen) ?? null)}
      >
        {CATEGORIES.map((category) => (
          <SingleSelectOption key={category} value={category}>
            {labelOf(category)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </LabelledField>
  );
};
