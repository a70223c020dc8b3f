import { useIntl } from 'react-intl';
import type { RuleSetChange } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';

interface RuleSetWords {
  /** What a change is of: 市委办、市政府办录用 · 分值. */
  subjectOf: (change: RuleSetChange) => string;
  /** One side of a change; a dash where there is nothing. */
  valueOf: (change: RuleSetChange, value: string | null) => string;
  channel: (code: string) => string;
  /** A field of the JSON, by its name: 分值 for `points`. */
  field: (name: string) => string;
  /** A value of a closed list of the JSON: 最高一级 for `highest`. */
  value: (name: string) => string;
}

/** The words of rule sets: their channels, fields and values by name, in the language of the screen. */
export const useRuleSetWords = (): RuleSetWords => {
  const { formatMessage, messages } = useIntl();
  const channel = useChoiceLabel();
  const known = (kind: 'field' | 'value', name: string): string => {
    const id = trId(`rule-set.${kind}.${name}`);
    return id in messages ? formatMessage({ id, defaultMessage: name }) : name;
  };
  const field = (name: string) => known('field', name);
  const value = (name: string) => known('value', name);
  return {
    channel,
    field,
    value,
    subjectOf: ({ field: own, name, part }) => {
      if (part !== 'channel') return field(name);
      return own === null
        ? channel(name)
        : `${channel(name)} · ${own.split('.').map(field).join(' · ')}`;
    },
    valueOf: (_change, text) => (text === null ? '—' : value(text)),
  };
};
