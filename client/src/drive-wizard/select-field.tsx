import { useId, type ReactNode } from 'react';
import form from '../ui/form.module.css';
import { faultsAt } from './steps.ts';
import { Faults } from './text-field.tsx';
import { useWizard } from './wizard.ts';

interface Props {
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  required?: boolean;
  isFixed?: boolean;
  /** The options. */
  children: ReactNode;
}

/** One of many, with its label and its errors. */
export function SelectField(props: Props) {
  const { path, label, value, onChange, hint, required = false, isFixed = false } = props;
  const id = useId();
  const isWrong = faultsAt(useWizard().faults, path).length > 0;
  return (
    <div className={form.field}>
      <span>
        <label htmlFor={id}>{label}</label>
      </span>
      <select
        id={id}
        value={value}
        required={required}
        disabled={isFixed}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}-fault`}
        {...(isWrong ? { 'aria-invalid': true as const } : {})}
      >
        {props.children}
      </select>
      {hint !== undefined && <span className={form.hint}>{hint}</span>}
      <Faults path={path} id={`${id}-fault`} />
    </div>
  );
}
