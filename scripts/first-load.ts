/**
 * What a browser fetches of JavaScript before the wall or the spectator's page is live: the entry,
 * the page, everything they import, and the words of one language.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './node24.js';
import { complaints, type StepOutcome } from './steps/step.ts';

export interface Chunk {
  file: string;
  name?: string;
  imports?: readonly string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

/** As gzip packs it, which every browser takes; the server sends Brotli, about a tenth smaller. */
export const limitKiB = 170;

const entry = 'index.html';
const pages = {
  wall: { page: 'src/wall/wall-page.tsx', words: 'wall' },
  spectator: { page: 'src/watch/watch-page.tsx', words: 'watch' },
} as const;

/** The files of these modules and of all they import, each once. */
export function filesOf(manifest: Manifest, modules: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the manifest has no ${key}`);
    for (const each of chunk.imports ?? []) visit(each);
  };
  for (const key of modules) visit(key);
  return [...seen].map((key) => manifest[key]?.file ?? key);
}

/** The largest language: whichever a visitor speaks, the page is within the limit. */
function wordsOf(manifest: Manifest, namespace: string, sizeOf: (file: string) => number): number {
  const files = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) =>
      new RegExp(`/words-(?!ar-XB)[\\w-]+-${namespace}-[\\w-]{8}\\.js$`).test(file),
    );
  return Math.max(0, ...files.map(sizeOf));
}

export function firstLoads(manifest: Manifest, sizeOf: (file: string) => number) {
  return Object.entries(pages).map(([name, { page, words }]) => {
    const files = filesOf(manifest, [entry, page]);
    const spoken = wordsOf(manifest, 'common', sizeOf) + wordsOf(manifest, words, sizeOf);
    return { name, bytes: files.reduce((sum, file) => sum + sizeOf(file), spoken) };
  });
}

export function checkFirstLoad(): StepOutcome {
  const dist = join(root, 'client/dist');
  const path = join(dist, '.vite/manifest.json');
  if (!existsSync(path)) return { kind: 'failed', output: 'the client is not built' };
  // Written by the build tool, in the form of `Chunk`.
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const sizeOf = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  const loads = firstLoads(manifest, sizeOf).map(({ name, bytes }) => ({
    name,
    kiB: bytes / 1024,
    text: `${name} ${(bytes / 1024).toFixed(1)} KiB`,
  }));
  const over = loads.filter(({ kiB }) => kiB > limitKiB);
  return complaints(
    over.map(({ text }) => `first load, gzip: ${text}, more than ${limitKiB}`),
    `${loads.map(({ text }) => text).join(', ')} of ${limitKiB}`,
  );
}
