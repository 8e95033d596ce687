import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { root } from '../scripts/node24.js';

interface Chunk {
  file: string;
  imports?: string[];
}

const dist = join(root, 'client/dist');
const budgetKiB = 170;
/** Only the library's dialogs and lists have this in them. */
const markOfLibrary = 'data-react-aria';

const manifest = readFileSync(join(dist, '.vite/manifest.json'), 'utf8');
const chunks: Record<string, Chunk> = JSON.parse(manifest);

/** The files that a page needs before it shows anything: the entry's, and its own chunk's. */
function filesOf(...entries: string[]): Set<string> {
  const keys = new Set<string>();
  const visit = (key: string) => {
    if (keys.has(key)) return;
    keys.add(key);
    for (const next of chunks[key]?.imports ?? []) visit(next);
  };
  entries.forEach(visit);
  return new Set([...keys].flatMap((key) => chunks[key]?.file ?? []));
}

it.each([
  ["spectator's page", 'src/watch/watch-page.tsx'],
  ['wall', 'src/wall/wall-page.tsx'],
])('[LK4] the first load of the %s keeps its budget, without the library', (_, page) => {
  const files = [...filesOf('index.html', ...(page in chunks ? [page] : []))];
  const texts = files.map((file) => readFileSync(join(dist, file)));
  const kib = texts.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1024;
  expect(kib).toBeGreaterThan(50);
  expect(kib).toBeLessThanOrEqual(budgetKiB);
  const withLibrary = files.filter((_file, at) => texts[at]?.includes(markOfLibrary));
  expect(withLibrary).toEqual([]);
});
