import { setTimeout as pause } from 'node:timers/promises';
import { compileTool, openClients } from './fan-out/load-client.ts';
import { startBoard } from './fan-out/contenders.ts';
import { median, type BenchRow } from './row.ts';
import { residentKiB } from './server-process.ts';

const connections = 10_000;
const aim = { kib: 20, seconds: 10 };

/** Each on a server of its own: when the last collection came says more than a client's kilobyte. */
const rounds = 3;

/** What each of the clients keeps of memory, KiB, and until the last one watches, s. */
async function measure(): Promise<{ kib: number; seconds: number }> {
  const board = await startBoard();
  const wsload = compileTool('wsload');
  try {
    // What the first clients make the server load belongs to no connection.
    const first = await openClients(wsload, board.target, { connections: 500, broadcasts: 1 });
    await first.close();
    await pause(2_000);
    const before = residentKiB(board.pid);
    const begun = performance.now();
    const clients = await openClients(wsload, board.target, { connections, broadcasts: 1 });
    const seconds = (performance.now() - begun) / 1000;
    await pause(2_000);
    const kib = (residentKiB(board.pid) - before) / connections;
    await clients.close();
    return { kib, seconds };
  } finally {
    await board.stop();
  }
}

/** 10,000 clients come at once and watch. */
export async function benchConnections(): Promise<BenchRow[]> {
  const found: Awaited<ReturnType<typeof measure>>[] = [];
  for (let round = 0; round < rounds; round++) found.push(await measure());
  const each = median(found.map(({ kib }) => kib));
  const seconds = median(found.map((one) => one.seconds));
  const count = connections.toLocaleString('en');
  return [
    {
      what: `memory of the server for each of ${count} clients that watch, against the target`,
      measured: `${each.toFixed(1)} KiB`,
      against: `${aim.kib} KiB`,
      ratio: each / aim.kib,
      aim: { atMost: 1 },
    },
    {
      what: `until ${count} clients are connected and watch, against the target`,
      measured: `${seconds.toFixed(1)} s`,
      against: `${aim.seconds} s`,
      ratio: seconds / aim.seconds,
      aim: { atMost: 1 },
    },
  ];
}
