import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildOf } from './build.ts';

it('[DP9] a build is known by the entry script of the page, and where there is none by nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  expect(await buildOf(folder)).toBe('');
  const script = '<script type="module" crossorigin src="/assets/index-Bx9_k2.js"></script>';
  writeFileSync(join(folder, 'index.html'), `<!doctype html><head>${script}</head>`);
  expect(await buildOf(folder)).toBe('index-Bx9_k2');
  rmSync(folder, { recursive: true });
});
