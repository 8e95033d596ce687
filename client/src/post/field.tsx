import type { ReactNode } from 'react';
import styles from './field.module.css';

interface Props {
  id: string;
  label: string;
  error?: string | undefined;
  aside?: ReactNode;
  children: ReactNode;
}

/** A label, what it labels, and what is wrong with it. The control is `id`, its error `<id>-error`. */
export function Field({ id, label, error, aside, children }: Props) {
  return (
    <div className={styles.field} data-wrong={error !== undefined}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** What ties a control to its error for those who do not see it. */
export function errorLink(id: string, error: string | undefined) {
  return error === undefined
    ? {}
    : { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` };
}
