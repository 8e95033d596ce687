import { newId } from '../ui/new-id.ts';

const idKey = 'presenter';
const nameKey = 'presenter-name';

/** This tab as a presenter, the same after a reload; another tab is another one. */
export function presenterId(): string {
  const kept = sessionStorage.getItem(idKey);
  if (kept) return kept;
  const id = newId();
  sessionStorage.setItem(idKey, id);
  return id;
}

export const keptName = (): string => localStorage.getItem(nameKey) ?? '';
export const keepName = (name: string): void => localStorage.setItem(nameKey, name);
