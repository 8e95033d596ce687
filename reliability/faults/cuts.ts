import { mustPost, setUpBoard } from '../../e2e/api.ts';
import { makeFolder, startServer } from '../../e2e/server.ts';
import { waitFor } from '../../e2e/wait-for.ts';
import type { FaultRow } from './row.ts';
import { TcpProxy } from './tcp-proxy.ts';
import { compare, Watching } from './watching.ts';

const units = ['anvil', 'bellows', 'chisel', 'drill'];

/** A record is several happenings; a client that is cut again and again is away for seconds. */
const recordEvery = 5;

/** Posts and cuts in turn; how often was cut, and the last position. */
async function postAndCut(url: string, proxy: TcpProxy, cuts: number) {
  let [cut, posted] = [0, 0];
  while (cut < cuts) {
    posted += 1;
    const value = posted % recordEvery === 0 ? posted : 1;
    await mustPost(url, units[posted % 4] ?? 'anvil', String(value), `cut-${posted}`);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
    cut += proxy.connections;
    proxy.cut();
  }
  // A record, so that everybody is told of the last position.
  const { seq } = await mustPost(url, 'anvil', String(posted + 1), 'last');
  return { cut, posted, seq };
}

/** Clients of the product behind a network that breaks again and again, while results are posted. */
export async function faultsOfCuts(cuts: number): Promise<FaultRow[]> {
  const folder = makeFolder();
  const server = await startServer({ DATA_DIR: folder.path, RATE_LIMIT: '10000000' });
  await setUpBoard(server.url);
  const proxy = await TcpProxy.before(server.port);
  const origin = `http://127.0.0.1:${proxy.port}`;
  const clients = Array.from({ length: 20 }, () => new Watching(origin));
  await waitFor('the clients to follow', () => clients.every((one) => one.isFollowing));
  const { cut, posted, seq } = await postAndCut(server.url, proxy, cuts);
  const begun = performance.now();
  const isThere = ({ told }: Watching) => told.at(-1)?.seq === seq;
  await waitFor('the clients to catch up', () => clients.every(isThere), 60_000);
  const seconds = (performance.now() - begun) / 1000;
  // What conflates may be a little later.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const { wronglyTold, skipped, otherRows } = await compare(clients, server.url);
  for (const client of clients) client.close();
  proxy.close();
  await server.kill();
  folder.remove();
  return [
    {
      name: 'connections cut at random',
      done: `${cut} times, 20 clients, while ${posted} results were posted`,
      figure: `${wronglyTold} clients with a gap or a repeat, ${otherRows} with another ranking, ${skipped} times more than 500 missed; all there ${seconds.toFixed(1)} s after the last`,
      target: '0 gaps, 0 repeats, state equal',
      isMet: wronglyTold + otherRows === 0,
    },
  ];
}
