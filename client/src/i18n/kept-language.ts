const key = 'emulation.language';

/** Storage may be forbidden (a private window, a locked-down display): then nothing is kept. */
export function keptLanguage(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepLanguage(code: string): void {
  try {
    localStorage.setItem(key, code);
  } catch {
    return; // spoken for this visit only
  }
}
