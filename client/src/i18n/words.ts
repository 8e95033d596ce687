import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import common from './en/common.json';

export const defaultLanguage = 'en';

void i18next.use(initReactI18next).init({
  lng: defaultLanguage,
  fallbackLng: defaultLanguage,
  defaultNS: 'common',
  ns: ['common'],
  resources: { en: { common } },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** A page brings its own words when it loads, so that no page pays for another's. */
export function addWords(namespace: string, english: object): void {
  i18next.addResourceBundle('en', namespace, english, true, true);
}

export { i18next };
