import { useSyncExternalStore } from 'react';

/**
 * Light for offices, dark for halls, high contrast for who needs it (light or dark as the system
 * is); `system` follows the visitor's own preferences in everything.
 */
export const themes = ['system', 'office', 'hall', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const key = 'emulation.theme';
const listeners = new Set<() => void>();
let current: Theme = 'system';

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

/** Storage may be forbidden (a private window, a locked-down display): then the choice is not kept. */
function readStored(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return isTheme(stored) ? stored : 'system';
  } catch {
    return 'system';
  }
}

export function currentTheme(): Theme {
  return current;
}

const moreContrast = () => matchMedia('(prefers-contrast: more)');

/** The root says it in two words, so that the stylesheet writes every colour once. */
function markRoot(): void {
  const { dataset } = document.documentElement;
  if (current === 'office' || current === 'hall') dataset['theme'] = current;
  else delete dataset['theme'];
  if (current === 'contrast' || moreContrast().matches) dataset['contrast'] = 'more';
  else delete dataset['contrast'];
}

export function showTheme(theme: Theme): void {
  current = theme;
  markRoot();
  for (const listener of listeners) listener();
}

/** Before the first paint: shows what was chosen on this device, and follows the system from then on. */
export function restoreTheme(): void {
  showTheme(readStored());
  moreContrast().addEventListener('change', markRoot);
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
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme, currentTheme);
}
