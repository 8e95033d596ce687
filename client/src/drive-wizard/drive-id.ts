import { newId } from '../ui/new-id.ts';

const mostLetters = 40;

/**
 * An id for a new drive: readable where the name can be, and never that of another drive, because
 * writing to that id would change the other drive.
 */
export function driveIdOf(name: string, random = newId()): string {
  const readable = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, mostLetters)
    .replace(/^-+|-+$/g, '');
  return [readable, random.slice(0, 8)].filter(Boolean).join('-');
}
