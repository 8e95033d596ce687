import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mustPost, setUpBoard } from '../../e2e/api.ts';
import { required } from '../../e2e/engines.ts';
import { createLoad, type Load } from '../../e2e/load.ts';
import { makeFolder, startServer } from '../../e2e/server.ts';
import { waitFor } from '../../e2e/wait-for.ts';
import { findPostgresBinaries } from '../../scripts/services/debian-packages.ts';
import { startPostgres, startStandby } from '../../scripts/services/postgres.ts';
import type { Service } from '../../scripts/services/service.ts';
import { countWrong } from './kills.ts';
import type { FaultRow } from './row.ts';
import { TcpProxy } from './tcp-proxy.ts';
import { compare, Watching } from './watching.ts';

function tell(database: Service, sql: string): void {
  const psql = join(findPostgresBinaries() ?? '/usr/bin', 'psql');
  execFileSync(psql, ['-q', '-d', database.url, '-c', sql], { stdio: 'pipe' });
}

/** A primary and the synchronous standby that may inherit from it, in folders of their own. */
async function startPair() {
  const folders = [makeFolder(), makeFolder()] as const;
  const primary = await startPostgres(folders[0].path);
  const heir = await startStandby(folders[1].path, primary);
  // Only now: before there is a standby no commit would end.
  tell(primary, "alter system set synchronous_standby_names = '*'");
  tell(primary, 'select pg_reload_conf()');
  const remove = () => {
    for (const { child, stopSignal } of [primary, heir]) child.kill(stopSignal);
    for (const folder of folders) folder.remove();
  };
  return { primary, heir, remove };
}

const portOf = ({ url }: Service) => Number(new URL(url).port);

type Pair = Awaited<ReturnType<typeof startPair>>;

/** Kills the primary under load and leads to its heir; s from then until a post was taken again. */
async function passOn({ primary, heir }: Pair, proxy: TcpProxy, load: Load): Promise<number> {
  await load.progress(300);
  primary.child.kill('SIGKILL');
  proxy.mode = 'refused';
  proxy.cut();
  await once(primary.child, 'exit');
  await pause(2000);
  const begun = performance.now();
  tell(heir, 'select pg_promote()');
  proxy.target = portOf(heir);
  proxy.mode = 'open';
  await load.progress(1);
  const seconds = (performance.now() - begun) / 1000;
  await load.progress(300);
  return seconds;
}

/** What was taken is there once, and whoever watches the node at `url` was told all of it. */
async function examine(url: string, load: Load, clients: readonly Watching[]) {
  await load.sendAgain(url);
  const kept = await countWrong(url, load);
  // A record, so that everybody is told of the last position.
  const { seq } = await mustPost(url, 'anvil', '1000', 'last');
  await waitFor('all to be told', () => clients.every(({ told }) => told.at(-1)?.seq === seq));
  // What conflates may be a little later.
  await pause(2000);
  return { ...kept, ...(await compare(clients, url)) };
}

function rowOf(load: Load, seconds: number, found: Awaited<ReturnType<typeof examine>>): FaultRow {
  const { lost, doubled, wronglyTold, otherRows } = found;
  const refusals = load.refused.get(503) ?? 0;
  const isOnlyThat = load.refused.size === 1 && refusals > 0;
  return {
    name: 'PostgreSQL failed over',
    done: 'two nodes; the primary killed under 16 posters, its synchronous standby promoted 2 s later',
    figure: `${load.acknowledged.size} acknowledged: ${lost} lost, ${doubled} doubled; ${refusals} times 503, taken again ${seconds.toFixed(1)} s after; ${wronglyTold} of 10 clients with a gap or a repeat, ${otherRows} with another ranking`,
    target: '0 lost, 0 doubled, 0 gaps; 503, and nothing else, meanwhile',
    isMet: lost + doubled + wronglyTold + otherRows === 0 && isOnlyThat,
  };
}

/** The primary dies under load, its synchronous standby is promoted, and the address leads to it. */
export async function faultsOfHeirs(): Promise<FaultRow[]> {
  const pair = await startPair();
  const proxy = await TcpProxy.before(portOf(pair.primary));
  const env = {
    DATABASE_URL: `postgres://postgres@127.0.0.1:${proxy.port}/postgres`,
    REDIS_URL: required('TEST_REDIS_URL'),
    RATE_LIMIT: '10000000',
  };
  // One takes the posts; the live connections of the other are a process of their own.
  const nodes = [await startServer(env), await startServer({ ...env, GATEWAYS: '1' })] as const;
  await setUpBoard(nodes[0].url);
  const clients = Array.from({ length: 10 }, () => new Watching(nodes[1].url));
  try {
    await waitFor('the clients to follow', () => clients.every((one) => one.isFollowing));
    const load = createLoad();
    const posting = load.runUntilGone(nodes[0].url);
    const seconds = await passOn(pair, proxy, load);
    await nodes[0].kill();
    await posting;
    return [rowOf(load, seconds, await examine(nodes[1].url, load, clients))];
  } finally {
    for (const client of clients) client.close();
    for (const node of nodes) await node.kill();
    proxy.close();
    pair.remove();
  }
}
