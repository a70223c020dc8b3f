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
  onChange: (values: Partial<PersonDraft>) => void;
}

/** A person's name and mail address, side by side. */
export const PersonFields = ({ name, onChange, person, title }: PersonFieldsProps) => {
  const { formatMessage } = useIntl();
  return (
    <Flex gap={4} alignItems="flex-start">
      <LabelledField name={`${name}.name`} label={title}>
        <TextInput
          maxLength={60}
          value={person.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </LabelledField>
      <LabelledField
        name={`${name}.mail`}
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
