import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the build as its tool writes it down. */
interface Chunk {
  file: string;
  imports?: readonly string[];
  css?: readonly string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

export interface PageFiles {
  styles: readonly string[];
  scripts: readonly string[];
}

/** What the spectator's page begins with. */
const modules = ['index.html', 'src/watch/watch-page.tsx'];
const wordsOf = (language: string) =>
  ['', '/common', '/watch'].map((part) => `../virtual:words/${language}${part}`);

export function readManifest(dist: string): Manifest | undefined {
  const path = join(dist, '.vite/manifest.json');
  // Written by the build tool, in the form of `Chunk`.
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : undefined;
}

/** The files of these modules and of all that they import, each once. */
export function pageFiles(manifest: Manifest, language: string): PageFiles {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key) || !manifest[key]) return;
    seen.add(key);
    for (const each of manifest[key]?.imports ?? []) visit(each);
  };
  for (const key of [...modules, ...wordsOf(language)]) visit(key);
  const chunks = [...seen].flatMap((key) => manifest[key] ?? []);
  return {
    styles: [...new Set(chunks.flatMap(({ css = [] }) => css))],
    scripts: chunks.map(({ file }) => file).filter((file) => file.endsWith('.js')),
  };
}
