import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskLists } from '../../client/src/desk/desk-parts.ts';
import { root } from '../node24.js';
import { boardPages, serverPages } from './pages.ts';

/** As the routes of client/src/app.tsx write them: `/b/:board/m/:metric`. */
function routes(): string[] {
  const source = readFileSync(join(root, 'client/src/app.tsx'), 'utf8');
  const written = [...source.matchAll(/path="([^"]+)"/g)].map(([, path = '']) => path);
  return written.flatMap((path) =>
    path.endsWith('/:list?')
      ? ['', ...deskLists].map((list) => path.replace(/\/:list\?$/, list && `/${list}`))
      : [path],
  );
}

const shapeOf = (path: string) => path.replace(/\?.*$/, '').replace(/:\w+|\{\w+\}/g, '*');

it('[AX3] every route of the client is a page that the gallery shows and axe looks at', () => {
  const listed = new Set([
    ...Object.values(boardPages).map((path) => shapeOf(`/b/{board}${path}`)),
    ...Object.values(serverPages).map(shapeOf),
    shapeOf('/b/{board}/wall'),
  ]);
  expect(routes().length).toBeGreaterThan(30);
  expect(routes().filter((route) => !listed.has(shapeOf(route)))).toEqual([]);
});
