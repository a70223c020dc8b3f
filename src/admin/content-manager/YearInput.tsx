import { forwardRef, type ReactNode } from 'react';
import { useFocusInputField } from '@strapi/strapi/admin';
import { Field, TextInput, useComposedRefs } from '@strapi/design-system';

interface YearInputProps {
  name: string;
  label?: string;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  value?: number | null;
  onChange: (name: string, value: number | null) => void;
}

const LONGEST = 4;

/** The input of a year, which Strapi's input of numbers would write as 2,026. */
const YearInput = forwardRef<HTMLInputElement, YearInputProps>(
  (
    {
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
    const ref = useComposedRefs(forwardedRef, useFocusInputField<HTMLInputElement>(name));
    const change = (typed: string): void => {
      const digits = typed.normalize('NFKC').replace(/\D/g, '').slice(0, LONGEST);
      onChange(name, digits === '' ? null : Number(digits));
    };

    return (
      <Field.Root name={name} error={error} hint={hint} required={required}>
        <Field.Label action={labelAction}>{label ?? name}</Field.Label>
        <TextInput
          ref={ref}
          inputMode="numeric"
          disabled={disabled}
          placeholder={placeholder}
          value={String(value ?? '')}
          onChange={({ target }) => change(target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
YearInput.displayName = 'YearInput';

export default YearInput;
