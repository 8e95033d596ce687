let current: string | undefined;

/** What numbers, dates and lists are written in: the chosen language, in the visitor's region. */
export function localeOf(): string {
  return current ?? (navigator.language || 'en');
}

export function setLocale(locale: string): void {
  current = locale;
}
