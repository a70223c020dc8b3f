import { forwardRef } from 'react';
import { useFocusInputField } from '@strapi/strapi/admin';
import { TextInput, useComposedRefs } from '@strapi/design-system';
import {
  LabelledField,
  type FieldInputProps,
} from '../../plugins/points/admin/src/shared/LabelledField';

const LONGEST = 4;

/** The input of a year, which Strapi's input of numbers would write as 2,026. */
const YearInput = forwardRef<HTMLInputElement, FieldInputProps<number>>(
  ({ name, placeholder, disabled = false, value, onChange, ...field }, forwardedRef) => {
    const ref = useComposedRefs(forwardedRef, useFocusInputField<HTMLInputElement>(name));
    const change = (typed: string): void => {
      const digits = typed.normalize('NFKC').replace(/\D/g, '').slice(0, LONGEST);
      onChange(name, digits === '' ? null : Number(digits));
    };

    return (
      <LabelledField name={name} {...field}>
        <TextInput
          ref={ref}
          inputMode="numeric"
          disabled={disabled}
          placeholder={placeholder}
          value={String(value ?? '')}
          onChange={({ target }) => change(target.value)}
        />
      </LabelledField>
    );
  }
);
YearInput.displayName = 'YearInput';

export default YearInput;
