import { useSyncExternalStore } from 'react';

/** Dark for halls, light for offices; `null` follows the visitor's own preference. */
export type Theme = 'hall' | 'office';

const key = 'emulation.theme';
const listeners = new Set<() => void>();

function isTheme(value: unknown): value is Theme {
  return value === 'hall' || value === 'office';
}

/** Storage may be forbidden (a private window, a locked-down display): then the choice is not kept. */
function readStored(): Theme | null {
  try {
    const stored = localStorage.getItem(key);
    return isTheme(stored) ? stored : null;
  } catch {
    return null;
  }
}

export function preferredTheme(): Theme {
  return matchMedia('(prefers-color-scheme: light)').matches ? 'office' : 'hall';
}

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return isTheme(chosen) ? chosen : preferredTheme();
}

export function showTheme(theme: Theme | null): void {
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
  for (const listener of listeners) listener();
}

export function restoreTheme(): void {
  showTheme(readStored());
}

export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  try {
    localStorage.setItem(key, theme);
  } catch {
    return; // shown for this visit only, see readStored
  }
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: light)');
  listeners.add(listener);
  media.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', listener);
  };
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}
