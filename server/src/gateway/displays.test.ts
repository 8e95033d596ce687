import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

let node: TestGateway;
beforeEach(async () => {
  node = await openTestGateway();
});
afterEach(async () => {
  await node.close();
  expect(node.errors).toEqual([]);
});

const asSteward = { auth: { token: 'steward' } };

it('[DP8] the topic of all walls is for stewards, and for nobody else there is none', async () => {
  node.boards.open('plant');
  const anyone = await node.client();
  expect(await anyone.ask('watch', { board: 'plant', topics: ['displays'] })).toEqual({
    ok: false,
    kind: 'unknown-topic',
    detail: 'the board has no topic "displays"',
  });
  const steward = await node.client(asSteward);
  for (const sight of [{}, { sight: 'public' as const }])
    expect(await steward.watch('plant', ['displays'], sight)).toMatchObject({ ok: true });
});
