import type { Draft } from './draft.ts';

/** What this device remembers of a board. Storage may be forbidden: then it lasts as long as the page. */
const forgotten = new Map<string, string>();

const keyOf = (board: string, name: string) => `emulation.post.${board}.${name}`;

export function remember(board: string, name: string, value: unknown): void {
  const text = JSON.stringify(value);
  forgotten.set(keyOf(board, name), text);
  try {
    localStorage.setItem(keyOf(board, name), text);
  } catch {
    return; // full or forbidden: kept for this visit only
  }
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return forgotten.get(key) ?? null;
  }
}

/** What was remembered, where it has the form asked for. */
export function recall<T>(
  board: string,
  name: string,
  isOfForm: (value: unknown) => value is T,
): T | undefined {
  const text = stored(keyOf(board, name));
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isOfForm(value) ? value : undefined;
  } catch {
    return undefined; // written by something else
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(isText);

const typedKey = (board: string) => keyOf(board, 'typed');

/** Of this tab alone: two tabs may type different results. Nothing typed leaves nothing. */
export function rememberTyped(board: string, draft: Draft): void {
  const isTyped = draft.value !== '' || draft.note !== '';
  try {
    if (isTyped)
      sessionStorage.setItem(typedKey(board), JSON.stringify({ ...draft, photo: undefined }));
    else sessionStorage.removeItem(typedKey(board));
  } catch {
    return; // forbidden: a reload begins anew
  }
}

/** Written by `rememberTyped` of this tab, in this or an earlier build: the fields are looked at. */
export function recallTyped(board: string): Draft | undefined {
  try {
    const draft = JSON.parse(sessionStorage.getItem(typedKey(board)) ?? 'null') as Partial<Draft>;
    const { unit, metric, value, when, partners, note } = draft ?? {};
    const isWhole = [unit, metric, value, note].every(isText) && when && Array.isArray(partners);
    return isWhole ? (draft as Draft) : undefined;
  } catch {
    return undefined;
  }
}
