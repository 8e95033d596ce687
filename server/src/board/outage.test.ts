import { afterEach, expect, test } from 'vitest';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { LedgerUnavailable } from '../ledger/ledger.ts';
import { until } from '../relay/testing/until.ts';
import { HeadPoll } from './head-poll.ts';
import { hostOf, mill, openMill, result } from './testing/facts.ts';
import { gateLedger } from './testing/gated-ledger.ts';
import { closeNodes, startNode } from './testing/node.ts';

afterEach(closeNodes);

test('[ND16] a ledger that is away is told once, refuses commits, and heals by itself', async () => {
  const store = new MemoryLedger();
  const ledger = gateLedger(store);
  const other = await startNode({ ledger: store });
  const { registry, log } = await startNode({ ledger, pollMs: 5 });
  const host = await openMill(registry);
  expect(registry.problems()).toEqual([]);
  ledger.away = true;
  const polls = ledger.calls['heads'] ?? 0;
  await expect(host.commit([result(1)], 'refuse')).rejects.toThrow(LedgerUnavailable);
  await until('several polls failed', () => (ledger.calls['heads'] ?? 0) > polls + 5);
  expect(registry.problems()).toEqual(['the ledger: the test shut the gate']);
  expect(host.state.seq).toBe(5);
  await until('the other node has the board', () => other.registry.get('mill') !== undefined);
  await hostOf(other.registry).commit([result(1)], 'refuse');
  ledger.away = false;
  await until('what came meanwhile is here', () => host.state.seq === 6);
  expect(registry.problems()).toEqual([]);
  expect(await host.commit([result(2)], 'refuse')).toMatchObject({ kind: 'committed' });
  expect(log.lines.filter((line) => line === 'the ledger is away')).toHaveLength(1);
  expect(log.lines.filter((line) => line === 'the ledger is back')).toHaveLength(1);
});

test('[ND16] a durable commit that cannot be followed is refused, and its key finds it later', async () => {
  const store = new MemoryLedger();
  const ledger = gateLedger(store);
  const { registry } = await startNode({ ledger, pollMs: 5 });
  const host = await openMill(registry);
  // Another node's entry that this one cannot read when its own comes after it.
  const append = store.append.bind(store);
  store.append = async (request) => {
    await append({ ...request, drafts: [result(1)] });
    const outcome = await append(request);
    ledger.away = true;
    return outcome;
  };
  await expect(host.commit([result(2, 'k')], 'refuse')).rejects.toThrow(LedgerUnavailable);
  store.append = append;
  ledger.away = false;
  expect(await host.commit([result(2, 'k')], 'refuse')).toEqual({ kind: 'repeated', seq: 7 });
  expect(host.state.seq).toBe(7);
  expect(await host.answerAt(7)).toMatchObject({ entry: { seq: 7 }, applied: { outcome: {} } });
});

test('[ND17] a board that cannot be folded is named, and the others are served', async () => {
  const ledger = new MemoryLedger();
  const first = await startNode({ ledger });
  const host = await openMill(first.registry);
  await first.registry.openBoard({ ...mill, id: 'dock' }, 'steward:token');
  // An entry of a newer version, which this fold does not know; the types forbid it, so `never`.
  const poison = { ...result(1), fact: { type: 'of.the.future' } } as never;
  await expect(host.commit([poison], 'refuse')).rejects.toThrow('cannot be folded past entry 6');
  await expect(host.commit([result(1)], 'refuse')).rejects.toThrow(LedgerUnavailable);
  expect(first.registry.problems()).toEqual(['board mill cannot be folded past entry 6']);
  expect(await hostOf(first.registry, 'dock').commit([], 'skip')).toMatchObject({
    kind: 'committed',
  });

  const second = await startNode({ ledger });
  expect(second.registry.problems()).toEqual(['board mill cannot be folded past entry 6']);
  expect(second.registry.all().map(({ board }) => board)).toEqual(['dock']);
  const [head] = (await ledger.heads()).filter(({ board }) => board === 'mill');
  await ledger.rewind('mill', { epoch: head?.epoch ?? '', toSeq: 5, newEpoch: 'healed' });
  await until('both serve it again', () =>
    [first, second].every(({ registry }) => registry.get('mill')?.state.epoch === 'healed'),
  );
  expect([...first.registry.problems(), ...second.registry.problems()]).toEqual([]);
});

test('[ND18] looks at the ledger never overlap, and those who wait share one', async () => {
  let running = 0;
  let looks = 0;
  const poll = new HeadPoll(async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    looks += 1;
    running -= 1;
  }, 1);
  poll.start();
  const first = poll.now();
  await new Promise((resolve) => setTimeout(resolve, 1));
  const shared = [poll.now(), poll.now(), poll.now()];
  expect(new Set(shared).size).toBe(1);
  await Promise.all([first, ...shared]);
  await until('it goes on by itself', () => looks > 5);
  await poll.stop();
  const ended = looks;
  await poll.now();
  expect(looks).toBe(ended);
});
