import { dumpBoard, type Fact } from '@emulation/shared';
import { afterEach, expect, test } from 'vitest';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { until } from '../relay/testing/until.ts';
import type { BoardHost } from './host.ts';
import { draft, hostOf, openMill, result, results } from './testing/facts.ts';
import { closeNodes, startNode } from './testing/node.ts';

afterEach(closeNodes);

const drive: Fact = {
  type: 'drive.put',
  id: 'march',
  name: 'March',
  from: '2026-02-01',
  to: '2026-03-31',
  graceHours: 24,
  tasks: [
    { id: 'more', metric: 'tons', aggregate: 'best', baseline: '0', target: '50', weight: '1' },
  ],
  scoring: { kind: 'fulfilment', capPercent: 150 },
};
const move = (to: 'pledging' | 'running' | 'frozen' | 'closed' | 'finalised') =>
  draft({ type: 'drive.moved', id: 'march', to });

async function freezeMill(host: BoardHost): Promise<void> {
  await host.commit([draft(drive), move('pledging'), move('running'), result(3)], 'refuse');
  await host.commit([move('frozen')], 'refuse');
  await host.commit(results(10, 5), 'refuse');
  await host.commit([draft({ type: 'sector.put', id: 'west', name: 'West' })], 'refuse');
}

const sightsOf = (host: BoardHost) => ({
  full: dumpBoard(host.state),
  public: dumpBoard(host.publicState),
});

test('[FZ11] every node holds the same two sights, whoever froze the drive', async () => {
  const ledger = new MemoryLedger();
  const [a, b] = [await startNode({ ledger }), await startNode({ ledger })];
  const host = await openMill(a.registry);
  await freezeMill(host);
  await until('the other node follows', () => b.registry.get('mill')?.state.seq === host.state.seq);
  const other = hostOf(b.registry);
  expect(other.publicState).not.toBe(other.state);
  expect(sightsOf(other)).toEqual(sightsOf(host));

  await other.commit([move('closed'), move('finalised')], 'refuse');
  await until('this node follows', () => host.state.seq === other.state.seq);
  expect(host.publicState).toBe(host.state);
  expect(other.publicState).toBe(other.state);
});

test('[FZ12] a node that starts in the middle of a freeze hides what was hidden', async () => {
  const ledger = new MemoryLedger();
  const first = await startNode({ ledger, pollMs: 'never' });
  const host = await openMill(first.registry);
  await freezeMill(host);
  const sights = structuredClone(sightsOf(host));
  await first.close();
  expect(await ledger.loadSnapshot('mill')).toMatchObject({ seq: host.state.seq });
  const { registry } = await startNode({ ledger, pollMs: 'never' });
  expect(sightsOf(hostOf(registry))).toEqual(sights);
  await hostOf(registry).commit([result(40)], 'refuse');
  expect(dumpBoard(hostOf(registry).publicState)).toEqual(sights.public);
});

test('[FZ13] a rewind during a freeze begins a new epoch in both sights; one before it ends it', async () => {
  const node = await startNode({ ledger: new MemoryLedger() });
  const host = await openMill(node.registry);
  await freezeMill(host);
  const frozenAt = host.state.books.drives.get('march')?.history.at(-1)?.seq ?? 0;
  await host.rewind(frozenAt + 2);
  expect(host.publicState.epoch).toBe(`${host.state.epoch}~${frozenAt - 1}`);
  expect(host.publicState.seq).toBe(frozenAt);
  await host.rewind(frozenAt - 1);
  expect(host.publicState).toBe(host.state);
});
