import { forwardRef } from 'react';
import { useFocusInputField, useForm } from '@strapi/strapi/admin';
import { SingleSelect, SingleSelectOption, useComposedRefs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useChannelName } from '../shared/choices';
import { LabelledField, type FieldInputProps } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { useGetRecordableQuery } from './adoptions-api';
import { everRecordable, recordableOn } from './recordable';

const dayIn = (values: object | undefined): string => {
  const { adoptedOn } = (values ?? {}) as { adoptedOn?: unknown };
  return typeof adoptedOn === 'string' ? adoptedOn : '';
};

/**
 * The input of the custom field `plugin::points.channel` in the Content Manager's form: the channels that the
 * rules of the form's day let a hand record. What is chosen already is shown, whatever they say.
 */
const ChannelInput = forwardRef<HTMLDivElement, FieldInputProps<string>>(
  (
    { name, placeholder, required = false, disabled = false, value, onChange, ...field },
    forwardedRef
  ) => {
    const { formatMessage } = useIntl();
    const nameOf = useChannelName();
    const ref = useComposedRefs(forwardedRef, useFocusInputField<HTMLDivElement>(name));
    const day = useForm('ChannelInput', ({ values }) => dayIn(values as object | undefined));
    const { data: views = [] } = useGetRecordableQuery(undefined);
    const channels = recordableOn(views, day)?.channels ?? [];
    const chosen = value
      ? everRecordable(views).find(({ channel }) => channel === value)
      : undefined;
    return (
      <LabelledField name={name} required={required} {...field}>
        <SingleSelect
          ref={ref}
          disabled={disabled}
          value={value ?? null}
          placeholder={
            placeholder ||
            formatMessage({ id: trId('choice-input.placeholder'), defaultMessage: 'Choose' })
          }
          onChange={(given) => onChange(name, String(given))}
        >
          {value && !channels.some(({ channel }) => channel === value) ? (
            <SingleSelectOption value={value}>{nameOf(value, chosen?.name)}</SingleSelectOption>
          ) : null}
          {channels.map(({ channel, name: own }) => (
            <SingleSelectOption key={channel} value={channel}>
              {nameOf(channel, own)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </LabelledField>
    );
  }
);
ChannelInput.displayName = 'ChannelInput';

export default ChannelInput;
