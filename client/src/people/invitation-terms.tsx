import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import styles from './people.module.css';

export interface Terms {
  uses: number;
  days: number;
}

/** How many people come in by one link, and until when. */
export function TermsFields({
  terms,
  onChange,
}: {
  terms: Terms;
  onChange: (terms: Terms) => void;
}) {
  const { t } = useTranslation('join');
  const field = (name: keyof Terms, max: number) => (
    <label className={form.field}>
      <span>{t(`invite.${name}`)}</span>
      <input
        type="number"
        min={1}
        max={max}
        required
        value={Number.isNaN(terms[name]) ? '' : terms[name]}
        onChange={(event) => onChange({ ...terms, [name]: event.target.valueAsNumber })}
      />
    </label>
  );
  return (
    <div className={styles.two}>
      {field('uses', 500)}
      {field('days', 366)}
    </div>
  );
}
