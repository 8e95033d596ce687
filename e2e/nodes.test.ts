import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis } from '../scripts/services/redis.ts';
import type { Service } from '../scripts/services/service.ts';
import { board, mustPost, readJson, setUpBoard } from './api.ts';
import { launchBrowser, openLive, takeSeat, type Seat } from './browser.ts';
import { engines, type Store } from './engines.ts';
import { makeFolder, startServer, type ServerProcess } from './server.ts';

const folder = makeFolder();
let redis: Service;
let store: Store;
let nodes: [ServerProcess, ServerProcess];
let browser: Browser;

beforeAll(async () => {
  redis = await startRedis(folder.path);
  store = engines.postgres();
  const env = { ...store.env, REDIS_URL: redis.url };
  // One after the other: the first creates the tables in any case, as a second one may find them.
  nodes = [await startServer(env), await startServer(env)];
  browser = await launchBrowser();
  await setUpBoard(nodes[0].url);
});

afterAll(async () => {
  await browser.close();
  await Promise.all(nodes.map((node) => node.kill()));
  redis.child.kill('SIGKILL');
  store.remove();
  folder.remove();
});

const see = (seat: Seat, value: string) =>
  seat.page.getByRole('article').filter({ hasText: value }).first().waitFor();

describe('two nodes on one PostgreSQL and one Redis', () => {
  it('[WS3] a spectator on B follows posts on A: with Redis, with it stopped, and again', async () => {
    const [a, b] = nodes;
    await mustPost(a.url, 'anvil', '20.5', 'opening');
    const spectator = await takeSeat(browser, 'desk');
    await openLive(spectator, `${b.url}/b/${board}?metric=output`);
    await mustPost(a.url, 'bellows', '21.5', 'with-redis');
    await see(spectator, '21.5');
    redis.child.kill('SIGSTOP');
    await mustPost(a.url, 'chisel', '22.5', 'redis-stopped');
    await see(spectator, '22.5');
    redis.child.kill('SIGKILL');
    await mustPost(b.url, 'drill', '23.5', 'redis-killed');
    await see(spectator, '23.5');
    const path = `/boards/${board}/rankings?metric=output`;
    const onB = await readJson(b.url, path);
    expect(onB).toMatchObject({ rows: [{ unit: 'drill' }, { unit: 'chisel' }, {}, {}] });
    await expect.poll(() => readJson(a.url, path), { timeout: 30_000 }).toEqual(onB);
    expect(spectator.errors).toEqual([]);
  });
});
