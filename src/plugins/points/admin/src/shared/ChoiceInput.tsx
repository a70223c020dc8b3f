import { forwardRef } from 'react';
import { useFocusInputField } from '@strapi/strapi/admin';
import { SingleSelect, SingleSelectOption, useComposedRefs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useChoiceLabel } from './choices';
import { LabelledField, type FieldInputProps } from './LabelledField';
import { trId } from './translations';

interface ChoiceInputProps extends FieldInputProps<string> {
  attribute: { enum: string[] };
}

/** The input of the custom field `plugin::points.choice`: a select of translated labels. */
const ChoiceInput = forwardRef<HTMLDivElement, ChoiceInputProps>(
  (
    { attribute, name, placeholder, required = false, disabled = false, value, onChange, ...field },
    forwardedRef
  ) => {
    const { formatMessage } = useIntl();
    const labelOf = useChoiceLabel();
    const ref = useComposedRefs(forwardedRef, useFocusInputField<HTMLDivElement>(name));
    const given = placeholder === '' ? undefined : placeholder;
    const canClear = !required && !disabled && Boolean(value);

    return (
      <LabelledField name={name} required={required} {...field}>
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
          {attribute.enum.map((option) => (
            <SingleSelectOption key={option} value={option}>
              {labelOf(option)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </LabelledField>
    );
  }
);
ChoiceInput.displayName = 'ChoiceInput';

export default ChoiceInput;
