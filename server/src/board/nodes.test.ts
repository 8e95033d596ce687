import { dumpBoard } from '@emulation/shared';
import { afterEach, expect, test } from 'vitest';
import { LedgerUnavailable } from '../ledger/ledger.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { LocalHub } from '../relay/local/hub.ts';
import { createLocalRelay } from '../relay/local/local-relay.ts';
import type { Relay } from '../relay/relay.ts';
import { recordingLog } from '../relay/testing/recording-log.ts';
import { until } from '../relay/testing/until.ts';
import { hostOf, mill, openMill, result, results } from './testing/facts.ts';
import { answerLate } from './testing/gated-ledger.ts';
import {
  closeNodes,
  startNode,
  toldHappenings,
  toldPositions,
  type TestNode,
} from './testing/node.ts';

afterEach(closeNodes);

async function startPair(
  options: { pollMs?: number | 'never'; hub?: LocalHub } = {},
): Promise<{ a: TestNode; b: TestNode; ledger: MemoryLedger; relays: [Relay, Relay] }> {
  const { hub = new LocalHub(), pollMs = 50 } = options;
  const ledger = new MemoryLedger();
  const relays: [Relay, Relay] = [
    createLocalRelay({ log: recordingLog(), hub }),
    createLocalRelay({ log: recordingLog(), hub }),
  ];
  const [a, b] = [
    await startNode({ ledger, pollMs, relay: relays[0] }),
    await startNode({ ledger, pollMs, relay: relays[1] }),
  ];
  return { a, b, ledger, relays };
}

const seqOn = (node: TestNode): number => node.registry.get(mill.id)?.state.seq ?? 0;
const inAscendingOrder = (told: string[]): string[] =>
  told.toSorted((x, y) => Number(x.split('.')[0]) - Number(y.split('.')[0]));

test('[ND8] what one node commits the other applies through the relay alone, in order', async () => {
  const { a, b } = await startPair({ pollMs: 'never' });
  const host = await openMill(a.registry);
  for (let i = 0; i < 50; i += 1) await host.commit([result(100 + i)], 'refuse');
  await until('b is there', () => seqOn(b) === 55);
  expect(dumpBoard(hostOf(b.registry).state)).toEqual(dumpBoard(host.state));
  // B met the board when it held its first entries already; from there on it was told all.
  const [first] = toldHappenings(b, 'mill');
  const told = toldHappenings(a, 'mill');
  expect(toldHappenings(b, 'mill')).toEqual(told.slice(told.indexOf(first ?? 'none')));
});

test('[ND9] without any relay the other node follows by the heads of the ledger', async () => {
  const ledger = new MemoryLedger();
  const a = await startNode({ ledger });
  const b = await startNode({ ledger });
  await openMill(a.registry);
  await until('b has the board', () => seqOn(b) === 5);
  await hostOf(a.registry).commit(results(1, 700), 'refuse');
  await until('b is there', () => seqOn(b) === 705);
  expect(toldHappenings(b, 'mill')).toEqual(toldHappenings(a, 'mill'));
});

test('[ND10] two nodes that commit at once hold the same board, and answer each for its own', async () => {
  const { a, b } = await startPair();
  await openMill(a.registry);
  await until('b has the board', () => seqOn(b) === 5);
  const posts = Array.from({ length: 400 }, async (_, i) => {
    const outcome = await hostOf((i % 2 ? a : b).registry).commit([result(i + 1)], 'refuse');
    if (outcome.kind !== 'committed') throw new Error(outcome.kind);
    return outcome.entries[0]?.seq;
  });
  const seqs = await Promise.all(posts);
  await until('both are there', () => seqOn(a) === 405 && seqOn(b) === 405);
  expect(seqs.toSorted((x, y) => Number(x) - Number(y))).toEqual(seqs.map((_, i) => i + 6));
  expect(dumpBoard(hostOf(a.registry).state)).toEqual(dumpBoard(hostOf(b.registry).state));
  expect(toldHappenings(a, 'mill')).toEqual(inAscendingOrder(toldHappenings(a, 'mill')));
  expect(toldHappenings(b, 'mill')).toEqual(
    toldHappenings(a, 'mill').slice(-toldHappenings(b, 'mill').length),
  );
});

test('[ND11] a board opened or removed on one node appears or vanishes on the other', async () => {
  const { a, b } = await startPair({ pollMs: 'never' });
  await a.registry.openBoard(mill, 'steward:token');
  await until('b has it', () => b.registry.get('mill') !== undefined);
  await a.registry.removeBoard('mill');
  await until('b has it no more', () => b.registry.get('mill') === undefined);
  expect(toldPositions(b)).toEqual(['replaced', 'removed']);
  await b.registry.openBoard({ ...mill, name: 'Anew' }, 'steward:token');
  await until('a has the new one', () => a.registry.get('mill')?.state.info?.name === 'Anew');
});

test('[ND12] a rewind begins a new epoch on every node', async () => {
  const { a, b } = await startPair({ pollMs: 'never' });
  const host = await openMill(a.registry);
  await host.commit(results(1, 20), 'refuse');
  await until('b is there', () => seqOn(b) === 25);
  const { epoch } = host.state;
  expect(await host.rewind(8)).toBe(true);
  expect(host.state.seq).toBe(8);
  expect(host.state.epoch).not.toBe(epoch);
  await until('b is in the new epoch', () => hostOf(b.registry).state.epoch === host.state.epoch);
  await host.commit([result(999)], 'refuse');
  await until('b has the new entry', () => seqOn(b) === 9);
  expect(dumpBoard(hostOf(b.registry).state)).toEqual(dumpBoard(host.state));
  expect(toldPositions(b).slice(-2)).toEqual(['replaced', '9-9']);
  await expect(host.rewind(0)).rejects.toThrow(RangeError);
  await expect(host.rewind(10)).rejects.toThrow(RangeError);
});

test('[ND13] commits that race with a rewind are answered truly or refused, never lost silently', async () => {
  const { a, b, ledger } = await startPair({ pollMs: 5 });
  const host = await openMill(a.registry);
  await until('b has the board', () => seqOn(b) === 5);
  let lateMs = 0;
  answerLate(ledger, () => (lateMs = (lateMs + 3) % 20));
  for (let round = 0; round < 10; round += 1) {
    const posts = Array.from({ length: 10 }, (_, i) =>
      hostOf(b.registry).commit([result(i + 1)], 'refuse'),
    );
    const rewound = host.rewind(5);
    const settled = await Promise.allSettled(posts);
    await rewound;
    const trueOrRefused = settled.map((post) => {
      if (post.status === 'rejected') return post.reason instanceof LedgerUnavailable;
      const { value } = post;
      return value.kind === 'committed' && value.applied[0]?.outcome !== undefined;
    });
    expect(trueOrRefused).not.toContain(false);
  }
  const [head] = await ledger.heads();
  await until('both are at the head', () => seqOn(a) === head?.seq && seqOn(b) === head.seq);
  await until('in one epoch', () => hostOf(b.registry).state.epoch === head?.epoch);
  expect(dumpBoard(hostOf(b.registry).state)).toEqual(dumpBoard(host.state));
});

test('[ND14] what a relay says wrongly changes nothing', async () => {
  const hub = new LocalHub();
  const { a, ledger } = await startPair({ hub });
  const host = await openMill(a.registry);
  await host.commit([result(10)], 'refuse');
  const stranger = createLocalRelay({ log: recordingLog(), hub });
  const { epoch } = host.state;
  const forged = { ...result(99), board: 'mill', epoch, seq: 9 };
  const { fact, actor, at } = forged;
  const entry = { board: 'other', epoch, seq: 7, at, actor, fact };
  stranger.publish({ kind: 'committed', board: 'mill', epoch, from: 900, to: 1_000 });
  stranger.publish({ kind: 'committed', board: 'mill', epoch: 'other', from: 7, to: 7 });
  stranger.publish({ kind: 'committed', board: 'mill', epoch, from: 7, to: 7, entries: [entry] });
  stranger.publish({ kind: 'committed', board: 'unheard-of', epoch, from: 1, to: 1 });
  stranger.publish({ kind: 'replaced', board: 'mill' });
  stranger.publish({ kind: 'presence', node: 'x', counts: { mill: 1 } });
  expect(await host.commit([result(20)], 'refuse')).toMatchObject({ entries: [{ seq: 7 }] });
  expect(host.state.seq).toBe(7);
  expect(await ledger.heads()).toMatchObject([{ seq: 7 }]);
  expect(a.registry.problems()).toEqual([]);
});

test('[ND15] a relay that is away is a degradation, not a problem', async () => {
  const relay = { ...createLocalRelay({ log: recordingLog() }), healthy: () => false };
  const { registry } = await startNode({ ledger: new MemoryLedger(), relay });
  expect(registry.problems()).toEqual([]);
  expect(registry.degradations()).toEqual(['the relay does not answer: following the ledger']);
});
