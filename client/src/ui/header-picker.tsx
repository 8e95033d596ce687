import type { ReactNode } from 'react';
import styles from './header-picker.module.css';

interface Choice {
  value: string;
  name: string;
  lang?: string;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  value: string;
  onChoose: (value: string) => void;
  /** The sign that is seen of it. */
  children: ReactNode;
}

/** A sign that is a select: the list is the device's own, on a phone as on a desk. */
export function HeaderPicker({ label, choices, value, onChoose, children }: Props) {
  return (
    <label className={styles.picker}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {children}
      </svg>
      <select
        aria-label={label}
        title={label}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}
