import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import type { ReactNode } from 'react';
import form from './form.module.css';
import styles from './switch.module.css';

interface Props {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  hint?: ReactNode;
  isDisabled?: boolean;
}

/** On or off, at once. Where several of many are chosen, use checkboxes. */
export function Switch({ label, isOn, onChange, hint, isDisabled = false }: Props) {
  return (
    <div>
      <AriaSwitch
        className={styles.switch ?? ''}
        isSelected={isOn}
        onChange={onChange}
        isDisabled={isDisabled}
      >
        <span className={styles.track} aria-hidden="true">
          <span className={styles.knob} />
        </span>
        <span>{label}</span>
      </AriaSwitch>
      {hint !== undefined && <p className={form.hint}>{hint}</p>}
    </div>
  );
}
