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
