import { afterEach, expect, it } from 'vitest';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { Clerk } from './clerk.ts';
import { draft, hostOf, openMill } from './testing/facts.ts';
import { gateLedger } from './testing/gated-ledger.ts';
import { closeNodes, startNode, type TestNode } from './testing/node.ts';

afterEach(closeNodes);

const drive = draft({
  type: 'drive.put',
  id: 'spring',
  name: 'Spring',
  from: '2026-03-02',
  to: '2026-03-31',
  freezeAt: '2026-03-20T10:00:00.000Z',
  graceHours: 24,
  tasks: [
    { id: 'more', metric: 'tons', aggregate: 'best', baseline: '1', target: '2', weight: '1' },
  ],
  scoring: { kind: 'fulfilment', capPercent: 150 },
});
const opening = draft({ type: 'drive.moved', id: 'spring', to: 'pledging' });

/** A clerk of a node whose clock stands where the test puts it. */
function clerkOf(node: TestNode, time: { now: number }): Clerk {
  const clock = { now: () => time.now };
  return new Clerk({ boards: node.registry, clock, log: node.log, everyMs: 'never' });
}

const stateOn = (node: TestNode) => hostOf(node.registry).state.books.drives.get('spring')?.state;

async function seqOn(node: TestNode): Promise<number> {
  await hostOf(node.registry).check();
  return hostOf(node.registry).state.seq;
}

it('[DR24] two nodes make each due move once', async () => {
  const ledger = new MemoryLedger();
  const [one, two] = [await startNode({ ledger }), await startNode({ ledger, pollMs: 'never' })];
  const host = await openMill(one.registry);
  await host.commit([drive, opening], 'refuse');
  await two.registry.openBoard(
    { id: 'mill', name: 'The mill', timeZone: 'Europe/Paris', visibility: 'public' },
    'steward:token',
  );
  const before = await seqOn(two);
  const time = { now: Date.parse('2026-03-01T22:59:59Z') };
  const clerks = [clerkOf(one, time), clerkOf(two, time)];
  await Promise.all(clerks.map((clerk) => clerk.look()));
  expect(await seqOn(one)).toBe(before);

  time.now = Date.parse('2026-03-01T23:00:00Z');
  await Promise.all(clerks.map((clerk) => clerk.look()));
  await Promise.all(clerks.map((clerk) => clerk.look()));
  expect([await seqOn(one), await seqOn(two)]).toEqual([before + 1, before + 1]);
  expect([stateOn(one), stateOn(two)]).toEqual(['running', 'running']);
});

it('[DR24] a clerk that comes late makes all moves that are due in one look', async () => {
  const node = await startNode({ ledger: new MemoryLedger() });
  const host = await openMill(node.registry);
  await host.commit([drive, opening], 'refuse');
  await clerkOf(node, { now: Date.parse('2026-03-25T00:00:00Z') }).look();
  const moves = host.state.books.drives.get('spring')?.history.map(({ to }) => to);
  expect(moves).toEqual(['draft', 'pledging', 'running', 'frozen']);
});

it('[DR24] while the ledger is away a due move waits for the next look', async () => {
  const ledger = gateLedger(new MemoryLedger());
  const node = await startNode({ ledger, pollMs: 'never' });
  const host = await openMill(node.registry);
  await host.commit([drive, opening], 'refuse');
  const clerk = clerkOf(node, { now: Date.parse('2026-03-05T00:00:00Z') });
  ledger.away = true;
  await clerk.look();
  expect(stateOn(node)).toBe('pledging');
  ledger.away = false;
  await clerk.look();
  expect(stateOn(node)).toBe('running');
});
