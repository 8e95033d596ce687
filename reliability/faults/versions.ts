import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { follow } from '../../client-sdk/src/follow.ts';
import { mustPost, setUpBoard } from '../../e2e/api.ts';
import { makeFolder, startServer, type ServerProcess } from '../../e2e/server.ts';
import { waitFor } from '../../e2e/wait-for.ts';
import { beforeVersions, takeOut } from './old-version.ts';
import type { FaultRow } from './row.ts';
import { compare, Watching } from './watching.ts';

const watchers = 20;
const units = ['anvil', 'bellows', 'chisel', 'drill'];
const target = '0 gaps, 0 repeats, state equal';

/**
 * Posts `count` results, each better than all before; the last position. Fewer than 500 happenings, or those
 * who were away are shown a snapshot instead of them.
 */
async function postRecords(url: string, from: number, count: number): Promise<number> {
  let last = 0;
  for (let at = from; at < from + count; at++)
    last = (await mustPost(url, units[at % 4] ?? 'anvil', String(at + 1), `version-${at}`)).seq;
  return last;
}

async function settle(clients: readonly Watching[], url: string, seq: number) {
  const isThere = ({ told }: Watching) => told.at(-1)?.seq === seq;
  await waitFor('the clients to hear of all', () => clients.every(isThere), 60_000);
  // What conflates may be a little later.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return compare(clients, url);
}

function open(url: string, following?: typeof follow): Watching[] {
  return Array.from({ length: watchers }, () => new Watching(url, following));
}

async function started(clients: readonly Watching[]): Promise<void> {
  await waitFor('the clients to follow', () => clients.every((one) => one.isFollowing));
}

function row(
  name: string,
  done: string,
  found: { wronglyTold: number; otherRows: number },
): FaultRow {
  const { wronglyTold, otherRows } = found;
  const figure = `${wronglyTold} of ${watchers} clients with a gap or a repeat, ${otherRows} with another ranking`;
  return { name, done, figure, target, isMet: wronglyTold + otherRows === 0 };
}

/** An upgrade under clients that stay as they are: the old server goes, the new one takes its data and port. */
async function oldClients(folder: string, posts: number): Promise<FaultRow> {
  // The same function as it was then.
  const old = (await import(pathToFileURL(join(folder, 'client-sdk/src/follow.ts')).href)) as {
    follow: typeof follow;
  };
  const data = makeFolder();
  const env = { DATA_DIR: data.path, RATE_LIMIT: '10000000' };
  let server: ServerProcess = await startServer(env, folder);
  await setUpBoard(server.url);
  const clients = open(server.url, old.follow);
  await started(clients);
  await postRecords(server.url, 0, posts);
  server.signal('SIGTERM');
  await server.exit;
  server = await startServer({ ...env, PORT: String(server.port) });
  const seq = await postRecords(server.url, posts, posts);
  const found = await settle(clients, server.url, seq);
  for (const client of clients) client.close();
  await server.kill();
  data.remove();
  const done = `${watchers} clients of ${beforeVersions} stay while a server of ${beforeVersions} is replaced by this one on its data; ${posts} records before and ${posts} after`;
  return row('old client bundle, new server', done, found);
}

async function oldServer(folder: string, posts: number): Promise<FaultRow> {
  const data = makeFolder();
  const server = await startServer({ DATA_DIR: data.path, RATE_LIMIT: '10000000' }, folder);
  await setUpBoard(server.url);
  const clients = open(server.url);
  await started(clients);
  const found = await settle(clients, server.url, await postRecords(server.url, 0, posts));
  for (const client of clients) client.close();
  await server.kill();
  data.remove();
  const done = `${watchers} clients of this version on a server of ${beforeVersions}; ${posts} records`;
  return row('new client bundle, old server', done, found);
}

/** Whole programs of two versions beside each other, as in the minutes of an upgrade. */
export async function faultsOfVersions(posts = 50): Promise<FaultRow[]> {
  const old = takeOut(beforeVersions);
  if (!old) {
    const done = `the history of ${beforeVersions} is not in this checkout`;
    return [{ name: 'old client bundle, new server', done, figure: '–', target, isMet: false }];
  }
  try {
    return [await oldClients(old.path, posts), await oldServer(old.path, posts)];
  } finally {
    old.remove();
  }
}
