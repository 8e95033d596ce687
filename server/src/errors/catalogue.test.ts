import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
const documented = [
  ...page.matchAll(/^\| `([\w-]+)`\s+\| (\d+)\s+\| (\w+)\s+\| (.+?)\s+\|$/gm),
].map(([, kind, status, retry, detail]) => [kind, { status: Number(status), retry, detail }]);

it('[HT25] docs/errors.md and the catalogue say the same, both ways', () => {
  const known = Object.entries(catalogue).map(([kind, { status, retry, detail }]) => [
    kind,
    { status, retry, detail },
  ]);
  expect(documented).toEqual(known);
});
