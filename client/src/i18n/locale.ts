let current: string | undefined;

/** What numbers, dates and lists are written in: the chosen language, in the visitor's region. */
export function localeOf(): string {
  return current ?? (navigator.language || 'en');
}

export function setLocale(locale: string): void {
  current = locale;
  // Where the kit's library looks for it; it listens for the browser's own event.
  Reflect.set(globalThis, Symbol.for('react-aria.i18n.locale'), locale);
  if (typeof window !== 'undefined') window.dispatchEvent(new Event('languagechange'));
}
