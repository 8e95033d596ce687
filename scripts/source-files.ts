import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.js';

const folders = [
  'shared/src',
  'client-sdk/src',
  'server/src',
  'client/src',
  'e2e',
  'bench',
  'scripts',
  'reliability',
];

function listBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/** Paths (from the root, sorted) of all source files, tests included. */
export function listSources(pattern = /\.(?:tsx?|js)$/): string[] {
  return folders
    .flatMap(listBelow)
    .filter((path) => pattern.test(path))
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
