import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The entry script of the page: its name holds a hash of it and of everything it leads to. */
const entry = /<script[^>]+type="module"[^>]+src="[^"]*\/([^"/]+)\.js"/;

/**
 * What the server serves, in a word that changes with every build; '' where no client is built.
 * A page knows its own from the same script.
 */
export async function buildOf(dist: string): Promise<string> {
  const page = await readFile(join(dist, 'index.html'), 'utf8').catch(() => '');
  return entry.exec(page)?.[1] ?? '';
}
