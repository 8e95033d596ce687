import { setTimeout as pause } from 'node:timers/promises';
import { median, type BenchRow } from '../row.ts';
import { cpuMs } from '../server-process.ts';
import { startBaselines, startBoard, type Contender } from './contenders.ts';
import { compileTool, openClients } from './load-client.ts';

interface Load {
  connections: number;
  broadcasts: number;
  gapMs: number;
  rounds: number;
  /** What the last client's delay is held against. */
  lastAim: 'floor' | { ms: number };
}

const loads: readonly Load[] = [
  { connections: 1000, broadcasts: 500, gapMs: 10, rounds: 3, lastAim: { ms: 20 } },
  { connections: 10_000, broadcasts: 20, gapMs: 500, rounds: 3, lastAim: 'floor' },
];

interface Cost {
  /** Server CPU for one delivery, µs. */
  cpuUs: number;
  /** Until the last client has it, median over the broadcasts, ms. */
  lastMs: number;
}

const wsload = compileTool('wsload');

/** Everyone is measured at the same pace: a client that sleeps between two costs more to wake. */
async function measure(contender: Contender, load: Load): Promise<Cost> {
  const clients = await openClients(wsload, contender.target, load);
  const cpu = cpuMs(contender.pid);
  let due = performance.now();
  for (let at = 0; at < load.broadcasts; at++) {
    await contender.publish(process.hrtime.bigint());
    due += load.gapMs;
    await pause(Math.max(0, due - performance.now()));
  }
  const { deliveries, missing, lastMs } = await clients.heard;
  const cpuUs = ((cpuMs(contender.pid) - cpu) * 1000) / deliveries;
  await clients.close();
  if (missing > 0) throw new Error(`${contender.name}: ${missing} deliveries are missing`);
  return { cpuUs, lastMs };
}

const aims: Readonly<Record<string, BenchRow['aim']>> = {
  floor: { atMost: 1.3 },
  nchan: { atMost: 1 },
};

function rowsOf(load: Load, costs: ReadonlyMap<string, Cost[]>): BenchRow[] {
  const of = (name: string, figure: keyof Cost) =>
    median((costs.get(name) ?? []).map((cost) => cost[figure]));
  const clients = `${load.connections} clients, ${1000 / load.gapMs} a second`;
  const cpu = (other: string): BenchRow => ({
    what: `fan-out: server CPU per delivery, ${clients}, against ${other}`,
    measured: `${of('board', 'cpuUs').toFixed(1)} µs`,
    against: `${of(other, 'cpuUs').toFixed(1)} µs`,
    ratio: of('board', 'cpuUs') / of(other, 'cpuUs'),
    ...(aims[other] && { aim: aims[other] }),
  });
  const others = [...costs.keys()].filter((name) => name !== 'board');
  const against = load.lastAim === 'floor' ? of('floor', 'lastMs') : load.lastAim.ms;
  return [
    ...others.map(cpu),
    {
      what: `fan-out: until the last client has it, p50, ${clients}, against ${load.lastAim === 'floor' ? 'floor' : 'the target'}`,
      measured: `${of('board', 'lastMs').toFixed(1)} ms`,
      against: `${against.toFixed(1)} ms`,
      ratio: of('board', 'lastMs') / against,
      aim: { atMost: load.lastAim === 'floor' ? 1.5 : 1 },
    },
  ];
}

/**
 * One happening to every client: the real server with all its checks, posts included, beside a C
 * program that does one `send()` a socket, a bare `ws` loop, and nginx's nchan where it is installed.
 */
export async function benchFanOut(): Promise<BenchRow[]> {
  const board = await startBoard();
  const contenders = [board, ...(await startBaselines(board.frame))];
  const rows: BenchRow[] = [];
  try {
    for (const load of loads) {
      const costs = new Map<string, Cost[]>(contenders.map(({ name }) => [name, []]));
      for (let round = 0; round < load.rounds; round++)
        for (const contender of contenders)
          costs.get(contender.name)?.push(await measure(contender, load));
      rows.push(...rowsOf(load, costs));
    }
    return rows;
  } finally {
    await Promise.all(contenders.map((contender) => contender.stop()));
  }
}
