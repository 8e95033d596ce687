import { setImmediate as nextTurn } from 'node:timers/promises';
import { createBoardState, applyEntry, dumpBoard } from '@emulation/shared';
import { afterEach, expect, test } from 'vitest';
import type { Ledger } from '../ledger/ledger.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { LocalHub } from '../relay/local/hub.ts';
import { createLocalRelay } from '../relay/local/local-relay.ts';
import type { RelayMessage } from '../relay/relay.ts';
import { recordingLog } from '../relay/testing/recording-log.ts';
import { until } from '../relay/testing/until.ts';
import { hostOf, mill, openMill, result, results } from './testing/facts.ts';

import { answerLate, gateLedger } from './testing/gated-ledger.ts';
import { closeNodes, startNode, toldHappenings } from './testing/node.ts';

afterEach(closeNodes);

async function foldOf(ledger: Ledger): Promise<unknown> {
  const state = createBoardState(mill.id);
  for (const entry of await ledger.read(mill.id, 0, 1_000_000)) applyEntry(state, entry);
  return dumpBoard(state);
}

test('[ND2] a commit resolves after its entries are durable, folded and told', async () => {
  const ledger = new MemoryLedger();
  const { registry } = await startNode({ ledger, pollMs: 'never' });
  const host = await openMill(registry);
  const order: string[] = [];
  registry.onEvent((event) => {
    if (event.kind === 'applied' && event.sight === 'full')
      order.push(`told ${event.to}, state at ${event.host.state.seq}`);
  });
  const outcome = await host.commit([result(10)], 'refuse');
  order.push('resolved');
  expect(order).toEqual(['told 6, state at 6', 'resolved']);
  expect(outcome).toMatchObject({
    kind: 'committed',
    repeated: 0,
    entries: [{ seq: 6 }],
    applied: [
      { outcome: { records: [{ scope: 'board' }, { scope: 'sector' }, { scope: 'unit' }] } },
    ],
  });
  expect(await ledger.heads()).toMatchObject([{ board: 'mill', seq: 6 }]);
});

test('[ND3] commits at once are folded in the order of the ledger, each answered for its own', async () => {
  const ledger = new MemoryLedger();
  const node = await startNode({ ledger, pollMs: 5 });
  const host = await openMill(node.registry);
  const outcomes = await Promise.all(
    Array.from({ length: 300 }, (_, i) => host.commit([result(1_000 - i)], 'refuse')),
  );
  const answered = outcomes.map((outcome) => {
    if (outcome.kind !== 'committed') throw new Error(outcome.kind);
    const [entry, applied] = [outcome.entries[0], outcome.applied[0]];
    expect(outcome.applied).toHaveLength(1);
    return [entry?.seq, applied?.seq];
  });
  for (const [committed, told] of answered) expect(told).toBe(committed);
  expect(new Set(answered.map(([seq]) => seq)).size).toBe(300);
  expect(dumpBoard(host.state)).toEqual(await foldOf(ledger));
  const told = toldHappenings(node, 'mill');
  expect(told.length).toBeGreaterThan(0);
  expect(told).toEqual(told.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)));
});

test('[ND3] a commit whose entries were met in the ledger first is answered and published', async () => {
  const store = new MemoryLedger();
  answerLate(store, () => 30);
  const ledger = gateLedger(store);
  const hub = new LocalHub();
  const relay = createLocalRelay({ log: recordingLog(), hub });
  const published: RelayMessage[] = [];
  createLocalRelay({ log: recordingLog(), hub }).subscribe((message) => published.push(message));
  const { registry } = await startNode({ ledger, relay, pollMs: 1 });
  const host = await openMill(registry);
  const posts = [host.commit([result(1)], 'refuse'), host.commit(results(2, 3_000), 'refuse')];
  await until('the poll brought them', () => host.state.seq === 3_006);
  const reads = ledger.calls['read'];
  const outcomes = await Promise.all(posts);
  expect(outcomes.map((outcome) => outcome.kind === 'committed' && outcome.applied.length)).toEqual(
    [1, 3_000],
  );
  expect(outcomes[0]).toMatchObject({ entries: [{ seq: 6 }], applied: [{ outcome: {} }] });
  expect(ledger.calls['read']).toBe(reads);
  await until('others heard of them', () =>
    published.some((message) => message.kind === 'committed' && message.to === 3_006),
  );
});

test('[ND4] a long commit lets others run, and nothing overtakes it', async () => {
  const { registry, events } = await startNode({ ledger: new MemoryLedger() });
  const host = await openMill(registry);
  let turns = 0;
  let done = false;
  const count = async (): Promise<void> => {
    while (!done) {
      turns += 1;
      await nextTurn();
    }
  };
  const counting = count();
  const long = Array.from({ length: 20_000 }, (_, i) => result(i + 1, undefined, true));
  const finished: string[] = [];
  const first = host.commit(long, 'skip').then((outcome) => {
    finished.push('long');
    return outcome;
  });
  const second = host.commit([result(50_000)], 'refuse').then(() => finished.push('short'));
  const outcome = await first;
  await second;
  done = true;
  await counting;
  expect(finished).toEqual(['long', 'short']);
  expect(turns).toBeGreaterThan(20);
  expect(outcome.kind === 'committed' && outcome.applied.length).toBe(20_000);
  const ranges = events.flatMap((event) => (event.kind === 'applied' ? [event] : []));
  expect(ranges.map(({ from }) => from)).toEqual(
    [2, ...ranges.map(({ to }) => to + 1)].slice(0, ranges.length),
  );
  expect(host.state.seq).toBe(20_006);
});

test('[ND5] a repetition finds the answer first given, recent or long ago', async () => {
  const ledger = new MemoryLedger();
  const first = await startNode({ ledger });
  const host = await openMill(first.registry);
  const posted = await host.commit([result(10, 'k1')], 'refuse');
  await host.commit(results(20, 50), 'refuse');
  if (posted.kind !== 'committed') throw new Error(posted.kind);
  const answer = { entry: { seq: 6 }, applied: posted.applied[0] };
  expect(await host.commit([result(10, 'k1')], 'refuse')).toEqual({ kind: 'repeated', seq: 6 });
  expect(await host.answerAt(6)).toMatchObject(answer);
  const other = { ...result(11), key: 'k1', bodyHash: 'another' };
  expect(await host.commit([other], 'refuse')).toEqual({ kind: 'key-conflict', seq: 6 });
  await first.close();

  const second = await startNode({ ledger });
  const again = hostOf(second.registry);
  const asked = await Promise.all([again.answerAt(6), again.answerAt(6), again.answerAt(56)]);
  expect(asked).toMatchObject([answer, answer, { entry: { seq: 56 } }]);
  await expect(again.answerAt(57)).rejects.toThrow(RangeError);
});

test('[ND6] a listener that throws disturbs neither the others nor the commit', async () => {
  const { registry, events, log } = await startNode({ ledger: new MemoryLedger() });
  const host = await openMill(registry);
  registry.onEvent(() => {
    throw new Error('a listener of the test fails');
  });
  const before = events.length;
  expect(await host.commit([result(10)], 'refuse')).toMatchObject({ kind: 'committed' });
  expect(events).toHaveLength(before + 1);
  expect(log.lines).toContain('a board listener failed');
});

test('[ND7] opening a board again tells whether it is the same one', async () => {
  const { registry } = await startNode({ ledger: new MemoryLedger() });
  expect(await registry.openBoard(mill, 'steward:token')).toBe('opened');
  expect(await registry.openBoard(mill, 'steward:token')).toBe('same');
  expect(await registry.openBoard({ ...mill, name: 'Other' }, 'steward:token')).toBe('other');
  expect(await registry.removeBoard('mill')).toBe(true);
  expect(await registry.removeBoard('mill')).toBe(false);
  expect(registry.get('mill')).toBeUndefined();
  expect(await registry.openBoard({ ...mill, name: 'Other' }, 'steward:token')).toBe('opened');
  expect(hostOf(registry).state.info?.name).toBe('Other');
});
