import { forwardRef, type ReactNode } from 'react';
import { useFocusInputField } from '@strapi/strapi/admin';
import { Field, SingleSelect, SingleSelectOption, useComposedRefs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { isSiteChannel } from '../../../shared/contracts';
import { useChoiceLabel } from './choices';
import { trId } from './translations';

interface ChoiceInputProps {
  attribute: { enum: string[] };
  name: string;
  label?: string;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  value?: string | null;
  onChange: (name: string, value: string | null) => void;
}

/** Publishing alone adopts through a site channel (§七.7): a hand is not offered what it cannot do. */
const isOffered = (value: string, chosen: string | null | undefined): boolean =>
  value === chosen || !isSiteChannel(value);

/** The input of the custom field `plugin::points.choice`: a select of translated labels. */
const ChoiceInput = forwardRef<HTMLDivElement, ChoiceInputProps>(
  (
    {
      attribute,
      name,
      label,
      labelAction,
      hint,
      error,
      placeholder,
      required = false,
      disabled = false,
      value,
      onChange,
    },
    forwardedRef
  ) => {
    const { formatMessage } = useIntl();
    const labelOf = useChoiceLabel();
    const ref = useComposedRefs(forwardedRef, useFocusInputField<HTMLDivElement>(name));
    const given = placeholder === '' ? undefined : placeholder;
    const canClear = !required && !disabled && Boolean(value);

    return (
      <Field.Root name={name} error={error} hint={hint} required={required}>
        <Field.Label action={labelAction}>{label ?? name}</Field.Label>
        <SingleSelect
          ref={ref}
          disabled={disabled}
          value={value ?? null}
          placeholder={
            given ??
            formatMessage({ id: trId('choice-input.placeholder'), defaultMessage: 'Choose' })
          }
          onChange={(chosen) => onChange(name, String(chosen))}
          onClear={canClear ? () => onChange(name, null) : undefined}
          clearLabel={formatMessage({ id: trId('choice-input.clear'), defaultMessage: 'Clear' })}
        >
          {attribute.enum
            .filter((option) => isOffered(option, value))
            .map((option) => (
              <SingleSelectOption key={option} value={option}>
                {labelOf(option)}
              </SingleSelectOption>
            ))}
        </SingleSelect>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
ChoiceInput.displayName = 'ChoiceInput';

export default ChoiceInput;
