import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { PersonFields } from './PersonFields';
import { HEAD_CHOICES, type UnitDraft } from './unit-draft';

interface HeadFieldsProps {
  draft: UnitDraft;
  onChange: (draft: UnitDraft) => void;
}

/** Who heads the unit (主要负责人), to whom bulletins are told. */
export const HeadFields = ({ draft, onChange }: HeadFieldsProps) => {
  const { formatMessage } = useIntl();
  const title = formatMessage({ id: trId('setup.head'), defaultMessage: 'Head' });
  return (
    <>
      <LabelledField name="head" label={title}>
        <SingleSelect
          value={draft.headIs}
          onChange={(chosen) =>
            onChange({
              ...draft,
              headIs: HEAD_CHOICES.find((choice) => choice === chosen) ?? 'nobody',
            })
          }
        >
          {HEAD_CHOICES.map((choice) => (
            <SingleSelectOption key={choice} value={choice}>
              {formatMessage({ id: trId(`setup.head.${choice}`), defaultMessage: choice })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </LabelledField>
      {draft.headIs === 'named' ? (
        <PersonFields
          name="head"
          title={title}
          person={draft.head}
          onChange={(values) => onChange({ ...draft, head: { ...draft.head, ...values } })}
        />
      ) : null}
    </>
  );
};
