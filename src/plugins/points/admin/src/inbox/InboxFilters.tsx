import { useState, type FormEvent } from 'react';
import { Flex, Searchbar, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { CATEGORIES } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import type { InboxState } from './inbox-state';

interface InboxFiltersProps {
  state: InboxState;
  onChange: (change: Partial<InboxState>) => void;
}

/** Narrows the inbox to words, a unit, a category. */
export const InboxFilters = ({ state, onChange }: InboxFiltersProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { data: units = [] } = useGetUnitsQuery(null);
  const [text, setText] = useState(state.text);
  const label = formatMessage({
    id: trId('inbox.search'),
    defaultMessage: 'Words of the title or text',
  });
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChange({ text });
  };
  return (
    <Flex gap={2} wrap="wrap" tag="form" role="search" onSubmit={search}>
      <Searchbar
        name="text"
        size="S"
        value={text}
        placeholder={label}
        clearLabel={formatMessage({ id: trId('choice-input.clear'), defaultMessage: 'Clear' })}
        onChange={(event) => setText(event.target.value)}
        onClear={() => onChange({ text: '' })}
      >
        {label}
      </Searchbar>
      <FilterSelect
        label={formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
        all={formatMessage({ id: trId('inbox.all-units'), defaultMessage: 'All units' })}
        options={units.map(({ documentId, name }) => ({ value: documentId, label: name }))}
        value={state.unit}
        onChange={(unit) => onChange({ unit })}
      />
      <FilterSelect
        label={formatMessage({
          id: trId('create-submission.field.category'),
          defaultMessage: 'Category',
        })}
        all={formatMessage({
          id: trId('inbox.all-categories'),
          defaultMessage: 'All categories',
        })}
        options={CATEGORIES.map((category) => ({ value: category, label: labelOf(category) }))}
        value={state.category}
        onChange={(value) =>
          onChange({ category: CATEGORIES.find((category) => category === value) ?? '' })
        }
      />
    </Flex>
  );
};

interface FilterSelectProps {
  label: string;
  /** What is said while nothing is chosen. */
  all: string;
  options: ReadonlyArray<{ value: string; label: string }>;
  /** Empty while nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
}

const FilterSelect = ({ label, all, options, value, onChange }: FilterSelectProps) => (
  <SingleSelect
    size="S"
    aria-label={label}
    placeholder={all}
    value={value === '' ? null : value}
    onChange={(chosen) => onChange(String(chosen))}
    onClear={() => onChange('')}
  >
    {options.map((option) => (
      <SingleSelectOption key={option.value} value={option.value}>
        {option.label}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);
