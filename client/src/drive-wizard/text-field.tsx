import { useId, type HTMLInputTypeAttribute } from 'react';
import form from '../ui/form.module.css';
import { faultsAt } from './steps.ts';
import styles from './wizard.module.css';
import { useWizard } from './wizard.ts';

/** What the server said about a field, beside it. */
export function Faults({ path, id }: { path: string; id: string }) {
  const found = faultsAt(useWizard().faults, path);
  if (found.length === 0) return null;
  return (
    <span id={id} className={styles.fault} role="alert">
      {found.map((fault) => (
        <span key={`${fault.path} ${fault.message}`}>{fault.message}</span>
      ))}
    </span>
  );
}

interface Props {
  /** The field's name in the drive: where the server's errors are told. */
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  type?: HTMLInputTypeAttribute;
  inputMode?: 'decimal' | 'numeric';
  required?: boolean;
  multiline?: boolean;
  maxLength?: number;
  isFixed?: boolean;
}

/** A text, number or date with its label, its hint and its errors. */
export function TextField(props: Props) {
  const { path, label, value, onChange, hint, multiline = false, isFixed = false } = props;
  const { type, inputMode, required, maxLength } = props;
  const id = useId();
  const isWrong = faultsAt(useWizard().faults, path).length > 0;
  const control = {
    value,
    required: required === true,
    disabled: isFixed,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    'aria-describedby': `${id}-hint ${id}-fault`,
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(isWrong ? { 'aria-invalid': true as const } : {}),
  };
  return (
    <div className={form.field}>
      <span>
        <label htmlFor={id}>{label}</label>
      </span>
      {multiline ? (
        <textarea id={id} {...control} />
      ) : (
        <input
          id={id}
          {...control}
          type={type ?? 'text'}
          autoComplete="off"
          {...(inputMode ? { inputMode } : {})}
        />
      )}
      {hint !== undefined && (
        <span id={`${id}-hint`} className={form.hint}>
          {hint}
        </span>
      )}
      <Faults path={path} id={`${id}-fault`} />
    </div>
  );
}
