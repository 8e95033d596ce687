let current: string | undefined;
let isRightToLeft = false;

/** What numbers, dates and lists are written in: the chosen language, in the visitor's region. */
export function localeOf(): string {
  return current ?? (navigator.language || 'en');
}

export function setLocale(locale: string, dir: 'ltr' | 'rtl'): void {
  current = locale;
  isRightToLeft = dir === 'rtl';
  // Where the kit's library looks for it; it listens for the browser's own event.
  Reflect.set(globalThis, Symbol.for('react-aria.i18n.locale'), locale);
  if (typeof window !== 'undefined') window.dispatchEvent(new Event('languagechange'));
}

/**
 * A name, a number or a date as one piece: in a text that runs from right to left, what stands
 * around it would otherwise move its signs to the wrong end (`2.6− min`). Unicode's own marks.
 */
export function isolate(text: string): string {
  return isRightToLeft ? `\u2068${text}\u2069` : text;
}
