import type { InputHTMLAttributes } from 'react';
import form from './form.module.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

/** One line of text with its label, and what to know about it. */
export function TextField({ label, hint, onChange, ...input }: Props) {
  return (
    <label className={form.field}>
      <span>{label}</span>
      <input {...input} onChange={(event) => onChange(event.target.value)} />
      {hint !== undefined && <span className={form.hint}>{hint}</span>}
    </label>
  );
}
