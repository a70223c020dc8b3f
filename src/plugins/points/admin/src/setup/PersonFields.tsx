import { Flex, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import type { PersonDraft } from './unit-draft';

interface PersonFieldsProps {
  name: string;
  /** What the person is. */
  title: string;
  person: PersonDraft;
  /** Whether the name must be there. */
  required?: boolean;
  nameError?: string;
  mailError?: string;
  onChange: (values: Partial<PersonDraft>) => void;
}

/** A person's name and mail address, side by side. */
export const PersonFields = ({
  name,
  onChange,
  person,
  title,
  required = false,
  nameError,
  mailError,
}: PersonFieldsProps) => {
  const { formatMessage } = useIntl();
  const prefix = name === '' ? '' : `${name}.`;
  return (
    <Flex gap={4} alignItems="flex-start">
      <LabelledField name={`${prefix}name`} label={title} required={required} error={nameError}>
        <TextInput
          maxLength={60}
          value={person.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </LabelledField>
      <LabelledField
        name={`${prefix}mail`}
        error={mailError}
        label={formatMessage({ id: trId('setup.mail'), defaultMessage: 'Mail address' })}
      >
        <TextInput
          type="email"
          maxLength={254}
          value={person.mail}
          onChange={({ target }) => onChange({ mail: target.value })}
        />
      </LabelledField>
    </Flex>
  );
};
