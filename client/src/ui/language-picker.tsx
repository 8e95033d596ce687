import { useTranslation } from 'react-i18next';
import { choosable, chooseLanguage } from '../i18n/words.ts';
import { HeaderPicker } from './header-picker.tsx';

/** Every language by its own name, so that whoever needs it can read it. */
export function LanguagePicker() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const named = choosable.map(({ code, name }) => ({ value: code, name, lang: code }));
  const isListed = named.some(({ value }) => value === language);
  return (
    <HeaderPicker
      label={t('language')}
      choices={isListed ? named : [{ value: language, name: language }, ...named]}
      value={language}
      onChoose={chooseLanguage}
    >
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18" />
    </HeaderPicker>
  );
}
