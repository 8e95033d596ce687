import { describe, expect, it } from 'vitest';
import { findCrossings } from './check-boundaries.ts';
import { findCycles } from './cycles.ts';
import { importsOf } from './imports.ts';

const crossingsOf = (path: string, code: string) =>
  findCrossings(importsOf(path, code)).map((text) => /\n {4}([\w-]+):/.exec(text)?.[1]);

describe('boundaries', () => {
  it('[TL1] every form of import is seen, also of types and in TSX', () => {
    const code = `
      import a from './a.ts';
      import type { B } from './b.ts';
      export { c } from './c.ts';
      export * from './d.ts';
      const e = () => import('./e.ts');
      type F = import('./f.ts').F;
      const g = <p>hi</p>;`;
    const seen = importsOf('client/src/x/y.tsx', code).map(({ to }) => to.at(-4));
    expect(new Set(seen)).toEqual(new Set(['a', 'b', 'c', 'd', 'e', 'f']));
  });

  it.each([
    ['shared/src/board/x.ts', 'node:fs', 'shared-stands-alone'],
    ['shared/src/board/x.ts', '../../../server/src/log.ts', 'shared-stands-alone'],
    ['server/src/http/x.ts', '../../../shared/src/index.ts', 'one-entry'],
    ['client/src/watch/x.ts', '@emulation/shared/src/board/fold.ts', 'one-entry'],
    ['client/src/watch/x.ts', '@emulation/server', 'client-and-server-apart'],
    ['client/src/watch/x.ts', 'node:path', 'client-and-server-apart'],
    ['server/src/board/x.ts', '../ledger/sqlite/sqlite-ledger.ts', 'ports-before-engines'],
    ['server/src/relay/local/x.ts', '../redis/redis-relay.ts', 'ports-before-engines'],
    ['server/src/http/x.ts', '../app.ts', 'app-assembles'],
    ['client-sdk/src/sync/x.ts', 'socket.io-client', 'pure-machine'],
    ['client-sdk/src/sync/x.ts', '../store/board-store.ts', 'pure-machine'],
    ['server/src/http/x.ts', './testing/fixture.ts', 'no-test-in-product'],
  ])('[TL2] %s may not import %s', (path, target, name) => {
    expect(crossingsOf(path, `import '${target}';`)).toContain(name);
  });

  it.each([
    ['shared/src/board/x.ts', 'zod'],
    ['shared/src/board/x.test.ts', 'fast-check'],
    ['server/src/app.ts', './ledger/sqlite/sqlite-ledger.ts'],
    ['server/src/ledger/sqlite/x.ts', './worker.ts'],
    ['server/src/ledger/ledger.test.ts', './memory/memory-ledger.ts'],
    ['client-sdk/src/sync/driver.ts', 'socket.io-client'],
    ['client/src/watch/x.ts', '@emulation/shared'],
  ])('[TL2] %s may import %s', (path, target) => {
    expect(crossingsOf(path, `import '${target}';`)).toEqual([]);
  });

  it('[TL3] a cycle of files is found, also through three of them', () => {
    const link = (from: string, to: string) => ({ from, to, kind: 'file' as const });
    const ring = [link('a', 'b'), link('b', 'c'), link('c', 'a'), link('c', 'd')];
    expect(findCycles(ring)).toEqual(['a → b → c → a']);
    expect(findCycles(ring.slice(1))).toEqual([]);
  });
});
