import type { ReactNode } from 'react';
import { Field } from '@strapi/design-system';

interface FieldFrameProps {
  name: string;
  /** Its name, unless told. */
  label?: string;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
}

/** What the Content Manager gives the input of a custom field. */
export interface FieldInputProps<Value> extends FieldFrameProps {
  placeholder?: string;
  disabled?: boolean;
  value?: Value | null;
  onChange: (name: string, value: Value | null) => void;
}

/** An input under its label, with what helps to fill it in and what is wrong with it. */
export const LabelledField = ({
  name,
  label,
  labelAction,
  hint,
  error,
  required = false,
  children,
}: FieldFrameProps & { children: ReactNode }) => (
  <Field.Root name={name} error={error} hint={hint} required={required}>
    <Field.Label action={labelAction}>{label ?? name}</Field.Label>
    {children}
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
