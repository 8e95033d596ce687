import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { precompress } from './precompress.ts';

const folder = mkdtempSync(join(tmpdir(), 'board-precompress-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('[TL5] the build writes smaller copies beside what gains by them, byte for byte the same', async () => {
  const code = 'export const answer = 42;\n'.repeat(200);
  mkdirSync(join(folder, 'assets'));
  for (const name of ['assets/app-1a.js', 'assets/face-1a.woff2'])
    writeFileSync(join(folder, name), code);
  writeFileSync(join(folder, 'assets/tiny-1a.js'), 'hello()');
  await precompress(folder);
  const made = readdirSync(join(folder, 'assets')).sort();
  expect(made).toEqual([
    'app-1a.js',
    'app-1a.js.br',
    'app-1a.js.gz',
    'face-1a.woff2',
    'tiny-1a.js',
  ]);
  const read = (ending: string) => readFileSync(join(folder, `assets/app-1a.js${ending}`));
  expect(String(brotliDecompressSync(read('.br')))).toBe(code);
  expect(String(gunzipSync(read('.gz')))).toBe(code);
});
