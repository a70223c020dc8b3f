import { useState, type FormEvent } from 'react';
import { Flex, Searchbar, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { type State, STATES } from '../../../shared/contracts';
import { useLabels } from './useLabels';

/** What the list is narrowed to. */
export interface OutboxFilter {
  state?: State;
  text: string;
}

interface OutboxFiltersProps {
  filter: OutboxFilter;
  /** How many stand in each state, once it is known. */
  counts: Record<State, number> | undefined;
  onChange: (filter: OutboxFilter) => void;
}

/** Narrows the outbox to a state, and to words. */
export const OutboxFilters = ({ filter, counts, onChange }: OutboxFiltersProps) => {
  const { say } = useLabels();
  const [text, setText] = useState(filter.text);
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChange({ ...filter, text });
  };
  const choose = (chosen?: string | number) =>
    onChange({ text: filter.text, state: STATES.find((state) => state === chosen) });
  return (
    <Flex gap={2} wrap="wrap" tag="form" role="search" onSubmit={search}>
      <Searchbar
        name="text"
        size="S"
        value={text}
        placeholder={say('filter.text')}
        clearLabel={say('filter.clear')}
        onChange={(event) => setText(event.target.value)}
        onClear={() => {
          setText('');
          onChange({ ...filter, text: '' });
        }}
      >
        {say('filter.text')}
      </Searchbar>
      <SingleSelect
        size="S"
        aria-label={say('filter.state')}
        placeholder={say('filter.all-states')}
        value={filter.state ?? null}
        onChange={choose}
        onClear={() => choose()}
      >
        {STATES.map((state) => (
          <SingleSelectOption key={state} value={state}>
            {say(`state.${state}`)}
            {counts ? ` (${counts[state]})` : ''}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Flex>
  );
};
