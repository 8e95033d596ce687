import { afterEach, expect, it } from 'vitest';
import { LocalHub } from '../relay/local/hub.ts';
import { createLocalRelay } from '../relay/local/local-relay.ts';
import { eventually } from './testing/eventually.ts';
import type { LiveClient } from './testing/live-client.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

const nodes: TestGateway[] = [];
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()));
});

const limits = { digestGapMs: 30, beatMs: 50 };
const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

async function openNode(hub: LocalHub): Promise<TestGateway> {
  const node = await openTestGateway({ limits, relay: createLocalRelay({ log, hub }) });
  node.boards.open('plant');
  nodes.push(node);
  return node;
}

const counts = (client: LiveClient) =>
  ['all', 'display', 'leader', 'spectator'].map((kind) => client.rows('presence')[kind]?.['count']);

async function sees(client: LiveClient, expected: number[]): Promise<void> {
  await eventually(() => JSON.stringify(counts(client)) === JSON.stringify(expected));
  expect(counts(client)).toEqual(expected);
}

it('[LV21] presence counts those who watch a board, by what they say they are', async () => {
  const node = await openNode(new LocalHub());
  const client = await node.client({ auth: { kind: 'display' } });
  await client.watch('plant', ['presence']);
  await sees(client, [1, 1, 0, 0]);
  const leader = await node.client({ auth: { kind: 'leader' } });
  await leader.watch('plant', ['board']);
  await leader.watch('plant', ['records']);
  const odd = await node.client({ auth: { kind: { president: true } } });
  await odd.watch('plant', []);
  await sees(client, [3, 1, 1, 1]);
  leader.close();
  await odd.ask('unwatch', { board: 'plant' });
  await sees(client, [1, 1, 0, 0]);
  expect(client.faults).toEqual([]);
  const known = { presence: client.topics.get('presence')?.seq ?? 0 };
  const { topics } = await client.watch('plant', ['presence'], { known });
  expect(topics['presence']).toHaveProperty('snapshot');
});

it('[LV22] presence is the sum over all nodes, without those that left', async () => {
  const hub = new LocalHub();
  const [here, there] = [await openNode(hub), await openNode(hub)];
  const client = await here.client();
  await client.watch('plant', ['presence']);
  const far = await there.client({ auth: { kind: 'display' } });
  await far.watch('plant', ['presence']);
  await sees(client, [2, 1, 0, 1]);
  await sees(far, [2, 1, 0, 1]);
  await there.close();
  nodes.splice(nodes.indexOf(there), 1);
  await sees(client, [1, 0, 0, 1]);
});
