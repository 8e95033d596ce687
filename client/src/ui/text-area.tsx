import type { ReactNode } from 'react';
import form from './form.module.css';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  isRequired?: boolean;
  maxLength?: number;
}

/** Words of more than a line. */
export function TextArea(props: Props) {
  const { label, value, onChange, hint, isRequired = true, maxLength = 2000 } = props;
  return (
    <label className={form.field}>
      <span>{label}</span>
      <textarea
        required={isRequired}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && <span className={form.hint}>{hint}</span>}
    </label>
  );
}
