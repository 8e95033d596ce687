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
    // For the server, which writes the first view: it sees cookies and no storage.
    document.cookie = `${key}=${code}; path=/; max-age=31536000; samesite=lax`;
  } catch {
    return; // spoken for this visit only
  }
}
