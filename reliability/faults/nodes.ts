import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { mustPost, post, readJson, setUpBoard } from '../../e2e/api.ts';
import { engines, required } from '../../e2e/engines.ts';
import { startServer, type ServerProcess } from '../../e2e/server.ts';
import { waitFor } from '../../e2e/wait-for.ts';
import { findFreePort, waitForPort } from '../../scripts/services/free-port.ts';
import type { FaultRow } from './row.ts';
import { TcpProxy } from './tcp-proxy.ts';

const target = 'every node at one position within 3 s';

async function startRedis(port: number, more: string[] = []): Promise<ChildProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', ...more];
  const child = spawn('redis-server', args, { cwd: tmpdir(), stdio: 'ignore' });
  await waitForPort(port, 'redis-server');
  return child;
}

const tellRedis = (port: number, ...command: string[]) =>
  execFileSync('redis-cli', ['-p', String(port), ...command]);

const seqOn = async (url: string) =>
  ((await readJson(url, '/boards/plant')) as { seq?: number }).seq ?? 0;

/** Two servers on one PostgreSQL; the relay of each goes through a proxy of its own. */
class Pair {
  posted = 0;
  readonly nodes: [ServerProcess, ServerProcess];
  readonly proxies: [TcpProxy, TcpProxy];

  constructor(nodes: Pair['nodes'], proxies: Pair['proxies']) {
    this.nodes = nodes;
    this.proxies = proxies;
  }

  /** Posts on the first for `ms`; answers how long after a post the second had it, at most. */
  async lag(ms: number): Promise<number> {
    const [a, b] = this.nodes;
    const until = performance.now() + ms;
    let most = 0;
    while (performance.now() < until) {
      this.posted += 1;
      const { seq } = await mustPost(a.url, 'anvil', String(this.posted), `n-${this.posted}`);
      const begun = performance.now();
      await waitFor('the other node to follow', async () => (await seqOn(b.url)) >= seq);
      most = Math.max(most, performance.now() - begun);
    }
    return most;
  }
}

function rowOf(name: string, done: string, lagMs: number): FaultRow {
  const figure = `the other node followed within ${(lagMs / 1000).toFixed(2)} s`;
  return { name, done, figure, target, isMet: lagMs <= 3000 };
}

async function breakRelay(pair: Pair, ports: [number, number]): Promise<FaultRow[]> {
  const rows: FaultRow[] = [];
  const redis = await startRedis(ports[0]);
  const replica = await startRedis(ports[1], ['--replicaof', '127.0.0.1', String(ports[0])]);
  try {
    rows.push(rowOf('none', 'posts on one of two nodes, relay whole', await pair.lag(3000)));
    redis.kill('SIGSTOP');
    rows.push(rowOf('Redis stopped', 'SIGSTOP for 6 s', await pair.lag(6000)));
    redis.kill('SIGCONT');
    await pair.lag(2000);
    tellRedis(ports[0], 'CLIENT', 'KILL', 'TYPE', 'pubsub');
    rows.push(rowOf('pub/sub connections killed', 'CLIENT KILL under posts', await pair.lag(4000)));
    pair.proxies[1].mode = 'blackhole';
    const gone = await pair.lag(6000);
    pair.proxies[1].mode = 'open';
    pair.proxies[1].cut();
    rows.push(
      rowOf('relay swallowed on one side', 'a proxy takes all and gives nothing, 6 s', gone),
    );
    await pair.lag(2000);
    redis.kill('SIGKILL');
    await once(redis, 'exit');
    const killed = await pair.lag(4000);
    rows.push(rowOf('Redis killed', 'SIGKILL, away for 4 s', killed));
    tellRedis(ports[1], 'REPLICAOF', 'NO', 'ONE');
    for (const proxy of pair.proxies) proxy.target = ports[1];
    rows.push(rowOf('Redis failed over', 'replica promoted, both led to it', await pair.lag(5000)));
  } finally {
    redis.kill('SIGKILL');
    replica.kill('SIGKILL');
  }
  return rows;
}

async function freeze(pair: Pair, seconds: number): Promise<FaultRow> {
  const [a, b] = pair.nodes;
  b.signal('SIGSTOP');
  const until = performance.now() + seconds * 1000;
  let slowest = 0;
  while (performance.now() < until) {
    pair.posted += 1;
    const begun = performance.now();
    await mustPost(a.url, 'anvil', String(pair.posted), `f-${pair.posted}`);
    slowest = Math.max(slowest, performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  b.signal('SIGCONT');
  const seq = await seqOn(a.url);
  const begun = performance.now();
  await waitFor('the frozen node to follow', async () => (await seqOn(b.url)) >= seq);
  const lagMs = performance.now() - begun;
  const figure = `at one position ${(lagMs / 1000).toFixed(2)} s after; posts on the other took ${Math.ceil(slowest)} ms at most`;
  const done = `SIGSTOP for ${seconds} s while the other took posts`;
  return { name: 'a node frozen', done, figure, target, isMet: lagMs <= 3000 };
}

/** PostgreSQL goes away from one node and comes back. */
async function loseDatabase(database: TcpProxy, url: string): Promise<FaultRow> {
  database.mode = 'refused';
  database.cut();
  const answer = await waitFor('a refusal', async () => {
    const given = await post(url, 'anvil', '1', 'away');
    return given.status === 201 || given.status === 200 ? undefined : given;
  });
  const retryAfter = answer.headers.get('retry-after');
  const reading = await fetch(`${url}/api/v1/boards/plant/rankings?metric=output`);
  database.mode = 'open';
  const begun = performance.now();
  await waitFor('posts to be taken again', async () => (await post(url, 'anvil', '1', 'away')).ok);
  const seconds = (performance.now() - begun) / 1000;
  return {
    name: 'PostgreSQL away and back',
    done: 'connections cut and refused by a proxy',
    figure: `posts ${answer.status}, Retry-After ${retryAfter}; reading ${reading.status}; posts again after ${seconds.toFixed(1)} s`,
    target: '503 with Retry-After, readers go on',
    isMet: answer.status === 503 && retryAfter !== null && reading.ok,
  };
}

export async function faultsOfNodes(frozenSeconds: number): Promise<FaultRow[]> {
  const store = engines.postgres();
  const databaseUrl = new URL(store.env['DATABASE_URL'] ?? required('TEST_DATABASE_URL'));
  const database = await TcpProxy.before(Number(databaseUrl.port));
  databaseUrl.port = String(database.port);
  const ports: [number, number] = [await findFreePort(), await findFreePort()];
  const proxies: Pair['proxies'] = [
    await TcpProxy.before(ports[0]),
    await TcpProxy.before(ports[0]),
  ];
  const start = (proxy: TcpProxy) =>
    startServer({
      DATABASE_URL: databaseUrl.href,
      REDIS_URL: `redis://127.0.0.1:${proxy.port}`,
      RATE_LIMIT: '10000000',
    });
  const pair = new Pair([await start(proxies[0]), await start(proxies[1])], proxies);
  try {
    await setUpBoard(pair.nodes[0].url);
    return [
      ...(await breakRelay(pair, ports)),
      await freeze(pair, frozenSeconds),
      await loseDatabase(database, pair.nodes[0].url),
    ];
  } finally {
    for (const node of pair.nodes) {
      node.signal('SIGCONT');
      await node.kill();
    }
    for (const proxy of [...proxies, database]) proxy.close();
    store.remove();
  }
}
