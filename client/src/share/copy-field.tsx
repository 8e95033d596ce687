import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import styles from './share.module.css';

interface Props {
  label: string;
  text: string;
  isLong?: boolean;
}

/** A text to take along: copied by one tap, or marked where the browser lets nobody copy. */
export function CopyField({ label, text, isLong = false }: Props) {
  const { t } = useTranslation('share');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('copied'));
    } catch {
      // Not on plain HTTP: it is marked, and the keyboard copies it.
      setSaid(t('marked'));
    }
  };
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} ref={field} readOnly rows={isLong ? 3 : 1} value={text} />
      <button type="button" className={button.button} onClick={() => void copy()}>
        {t('copy')}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
