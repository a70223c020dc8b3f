import { SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface FilterChoiceProps<Value extends string> {
  /** What is chosen: read aloud. */
  label: string;
  /** What stands there while nothing is chosen. */
  all: string;
  /** Empty while nothing is chosen. */
  value: Value | '';
  options: ReadonlyArray<{ value: Value; label: string }>;
  onChange: (value: Value | '') => void;
}

/** Narrows a list to one of several, or to none of them. */
export const FilterChoice = <Value extends string>({
  label,
  all,
  value,
  options,
  onChange,
}: FilterChoiceProps<Value>) => (
  <SingleSelect
    size="S"
    aria-label={label}
    placeholder={all}
    value={value === '' ? null : value}
    onChange={(chosen) => onChange(options.find((each) => each.value === chosen)?.value ?? '')}
    onClear={() => onChange('')}
  >
    {options.map((option) => (
      <SingleSelectOption key={option.value} value={option.value}>
        {option.label}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);
