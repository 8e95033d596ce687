import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components/TextField';
import form from './form.module.css';

/** What every field of the kit takes beside its value. */
export interface FieldProps {
  label: string;
  /** The label is for screen readers only; what stands beside the field tells the others. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong with the value, in the server's words. */
  fault?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
}

/** How a field of the library stands: what may be wrong, needed or fixed. */
export function fieldState({ fault, isRequired = false, isDisabled = false }: FieldProps) {
  return { isRequired, isDisabled, isInvalid: fault !== undefined };
}

export function FieldLabel({ label, isLabelHidden = false }: FieldProps) {
  return <Label className={isLabelHidden ? 'visually-hidden' : form.label}>{label}</Label>;
}

/** What helps to fill it in, and what is wrong with it: read out with the field. */
export function FieldNotes({ hint, fault }: FieldProps) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className={form.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={form.fault ?? ''}>
        {(validation) => fault ?? validation.validationErrors.join(' ')}
      </FieldError>
    </>
  );
}
