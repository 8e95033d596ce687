import { dumpBoard, foldVersion, loadBoard } from '@emulation/shared';
import { serialize } from 'node:v8';
import { afterEach, expect, test } from 'vitest';
import type { StoredSnapshot } from '../ledger/ledger.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { until } from '../relay/testing/until.ts';
import { encodeSnapshot } from './snapshot.ts';
import { hostOf, openMill, result, results } from './testing/facts.ts';
import { gateLedger } from './testing/gated-ledger.ts';
import { closeNodes, startNode } from './testing/node.ts';

afterEach(closeNodes);

interface Prepared {
  ledger: MemoryLedger;
  /** Of position 15, with a mark that no entry made: Team A is called `from the snapshot`. */
  marked: StoredSnapshot;
  /** What all 35 entries make. */
  fold: unknown;
}

async function prepare(): Promise<Prepared> {
  const ledger = new MemoryLedger();
  const node = await startNode({ ledger, pollMs: 'never' });
  const host = await openMill(node.registry);
  await host.commit(results(1, 10), 'refuse');
  const state = loadBoard(structuredClone(dumpBoard(host.state)));
  state.units.set('a', { id: 'a', name: 'from the snapshot', sector: 'north' });
  await host.commit(results(11, 20), 'refuse');
  const fold = structuredClone(dumpBoard(host.state));
  await node.close();
  const sights = { full: state, public: state, veil: undefined };
  return { ledger, marked: encodeSnapshot(sights), fold };
}

const nameOfTeamA = async (ledger: MemoryLedger): Promise<string | undefined> => {
  const { registry } = await startNode({ ledger, pollMs: 'never' });
  return hostOf(registry).state.units.get('a')?.name;
};

test('[ND19] a board opens from its snapshot and the entries after it', async () => {
  const { ledger, marked } = await prepare();
  await ledger.saveSnapshot(marked);
  expect(await nameOfTeamA(ledger)).toBe('from the snapshot');
});

test('[ND19] snapshot and tail make the same board as every entry', async () => {
  const { ledger, fold } = await prepare();
  const { registry } = await startNode({ ledger, pollMs: 'never' });
  expect(await ledger.loadSnapshot('mill')).toMatchObject({ seq: 35, version: foldVersion });
  expect(dumpBoard(hostOf(registry).state)).toEqual(fold);
  await hostOf(registry).commit(results(31, 5), 'refuse');
  const third = await startNode({ ledger, pollMs: 'never' });
  expect(dumpBoard(hostOf(third.registry).state)).toEqual(dumpBoard(hostOf(registry).state));
});

test.each<[string, (marked: StoredSnapshot) => StoredSnapshot]>([
  ['of another fold', (marked) => ({ ...marked, version: 'another' })],
  ['of another epoch', (marked) => ({ ...marked, epoch: 'another' })],
  ['ahead of the ledger', (marked) => ({ ...marked, seq: 36 })],
  ['at another position than it says', (marked) => ({ ...marked, seq: 14 })],
  ['cut short', (marked) => ({ ...marked, bytes: marked.bytes.subarray(0, 100) })],
  ['of something else', (marked) => ({ ...marked, bytes: serialize({ board: 'mill' }) })],
])('[ND20] a snapshot %s is not used', async (_, change) => {
  const { ledger, marked } = await prepare();
  await ledger.saveSnapshot(change(marked));
  expect(await nameOfTeamA(ledger)).toBe('Team A');
});

test('[ND21] a long tail is stored while running, the rest on closing, nothing twice', async () => {
  const ledger = gateLedger(new MemoryLedger());
  const node = await startNode({ ledger, pollMs: 'never' });
  const host = await openMill(node.registry);
  const saves = (): number => ledger.calls['saveSnapshot'] ?? 0;
  expect(saves()).toBe(0);
  const long = Array.from({ length: 20_000 }, () => result(1, undefined, true));
  await host.commit(long, 'skip');
  await until('it is stored', () => saves() === 1);
  expect(await ledger.loadSnapshot('mill')).toMatchObject({ seq: 20_005 });
  await host.commit([result(2)], 'refuse');
  await node.close();
  expect(await ledger.loadSnapshot('mill')).toMatchObject({ seq: 20_006 });
  const again = await startNode({ ledger, pollMs: 'never' });
  await again.close();
  expect(saves()).toBe(2);
});

test('[ND21] a snapshot that cannot be stored is only told', async () => {
  const ledger = gateLedger(new MemoryLedger());
  const node = await startNode({ ledger, pollMs: 'never' });
  await openMill(node.registry);
  ledger.away = true;
  await node.close();
  expect(node.log.lines).toEqual(['a snapshot was not stored']);
});
