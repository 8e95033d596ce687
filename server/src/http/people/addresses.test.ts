import { expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

async function toldBy(env: Record<string, string>): Promise<[told: unknown, others: unknown]> {
  const server = await TestServer.start(env);
  try {
    await server.openWorks();
    expect((await server.board('/works/addresses', { as: 'anonymous' })).status).toBe(401);
    return [(await server.board('/works/addresses')).body, server.listening.others];
  } finally {
    await server.close();
  }
}

it('[SU5] stewards are told under which addresses other devices reach the server', async () => {
  const [own] = await toldBy({ HOST: '127.0.0.1' });
  expect(own).toEqual({ addresses: [] });
  const [everywhere, others] = await toldBy({ HOST: '0.0.0.0' });
  expect(everywhere).toEqual({ addresses: others });
  const [named] = await toldBy({ PUBLIC_URL: 'https://plant.example' });
  expect(named).toEqual({ addresses: ['https://plant.example'] });
});
