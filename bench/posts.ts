import { engines } from '../e2e/engines.ts';
import { createRandom } from './large-board.ts';
import { postAll, postAtPace, type Post } from './post-load.ts';
import { median, quantile, type BenchRow } from './row.ts';
import { setUpBoard, startServer } from './server-process.ts';

const connections = 64;
const units = 100;
const fast = { posts: 2_000, rounds: 9 };
const paced = { perSecond: 500, seconds: 4, rounds: 11 };

const script = (path: string) => new URL(path, import.meta.url).pathname;
const contenders = {
  sqlite: { path: script('../server/src/main.ts'), store: undefined },
  postgres: { path: script('../server/src/main.ts'), store: engines.postgres },
  'one by one': { path: script('./one-by-one-server.ts'), store: undefined },
  nothing: { path: script('./no-store-server.ts'), store: undefined },
} as const;
type Name = keyof typeof contenders;
const names = Object.keys(contenders) as Name[];

function makePosts(count: number, seed: number): Post[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({
    unit: `u${Math.floor(random() * units)}`,
    value: (random() * 1000).toFixed(1),
  }));
}

async function start(name: Name) {
  const { path, store } = contenders[name];
  const kept = store?.();
  const server = await startServer(path, kept?.env);
  await setUpBoard(server.url, units);
  const stop = async () => {
    await server.stop();
    kept?.remove();
  };
  return { name, url: server.url, stop };
}

/** In turns, so that whatever else the machine does meets all; the first round warms up. */
async function inTurns<T>(
  servers: readonly Awaited<ReturnType<typeof start>>[],
  rounds: number,
  ask: (url: string, turn: number) => Promise<T>,
): Promise<Record<Name, T[]>> {
  const answers: Record<Name, T[]> = { sqlite: [], postgres: [], 'one by one': [], nothing: [] };
  for (let turn = 0; turn <= rounds; turn++)
    for (const { name, url } of servers) {
      const answer = await ask(url, turn);
      if (turn > 0) answers[name].push(answer);
    }
  return answers;
}

/**
 * Durable posts over HTTP with group commit, on both engines, against the same server that stores
 * nothing and against one that commits one by one: how many a second, and how late the last of 100 is.
 */
export async function benchPosts(): Promise<BenchRow[]> {
  const servers = await Promise.all(names.map(start));
  try {
    const spent = await inTurns(servers, fast.rounds, async (url, turn) => {
      const { ms } = await postAll(url, makePosts(fast.posts, turn), connections);
      return fast.posts / (ms / 1000);
    });
    const grouping = servers.filter(({ name }) => name !== 'one by one');
    const late = await inTurns(grouping, paced.rounds, (url, turn) =>
      postAtPace(url, makePosts(paced.perSecond * paced.seconds, turn), paced.perSecond),
    );
    const perSecond = (name: Name) => median(spent[name]);
    // Of each round by itself: a machine that stands still for 0.2 s would be the p99 of all rounds.
    const p99 = (name: Name) => median(late[name].map((delays) => quantile(delays, 0.99)));
    const rate = (engine: Name, against: Name, aim?: BenchRow['aim']): BenchRow => ({
      what: `durable posts/s over HTTP, ${connections} connections, ${engine}, against storing ${against}`,
      measured: `${Math.round(perSecond(engine))}/s`,
      against: `${Math.round(perSecond(against))}/s`,
      ratio: perSecond(engine) / perSecond(against),
      ...(aim && { aim }),
    });
    const delay = (engine: Name): BenchRow => ({
      what: `acknowledgement of a post, p99 at ${paced.perSecond} posts/s, ${engine}, against storing nothing`,
      measured: `${p99(engine).toFixed(1)} ms`,
      against: `${p99('nothing').toFixed(1)} ms`,
      ratio: p99(engine) / p99('nothing'),
      aim: { atMost: 1.5 },
    });
    return [
      rate('sqlite', 'nothing', { atLeast: 0.75 }),
      rate('postgres', 'nothing', { atLeast: 0.65 }),
      rate('sqlite', 'one by one'),
      delay('sqlite'),
      delay('postgres'),
    ];
  } finally {
    for (const server of servers) await server.stop();
  }
}
