import { useTranslation } from 'react-i18next';
import { choosable, chooseLanguage } from '../i18n/words.ts';
import styles from './language-picker.module.css';

/** Every language by its own name, so that whoever needs it can read it. */
export function LanguagePicker() {
  const { t, i18n } = useTranslation();
  const isListed = choosable.some(({ code }) => code === i18n.language);
  return (
    <label className={styles.picker}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9" />
        <path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18" />
      </svg>
      <select
        aria-label={t('language')}
        title={t('language')}
        value={i18n.language}
        onChange={(event) => chooseLanguage(event.target.value)}
      >
        {!isListed && <option value={i18n.language}>{i18n.language}</option>}
        {choosable.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
