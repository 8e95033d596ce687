import { useId } from 'react';
import styles from './choice.module.css';

interface Option<T extends string> {
  value: T;
  label: string;
}

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly Option<T>[];
  value: T;
  onChoose: (value: T) => void;
  size?: 'large';
}

/** One of a few: radio buttons, so that arrow keys and screen readers work as people expect. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, options, value, onChoose, size } = props;
  const name = useId();
  return (
    <fieldset className={styles.choice} data-size={size}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
