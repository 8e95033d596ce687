import { createRandom } from './large-board.ts';
import { postAll, type Post } from './post-load.ts';
import { median, type BenchRow } from './row.ts';
import { setUpBoard, startServer } from './server-process.ts';

const connections = 64;
const units = 100;
const round = 2_000;
const rounds = 5;

function makePosts(seed: number): Post[] {
  const random = createRandom(seed);
  return Array.from({ length: round }, () => ({
    unit: `u${Math.floor(random() * units)}`,
    value: (random() * 1000).toFixed(1),
  }));
}

/** Durable posts/s over HTTP with group commit, against the same server committing one by one. */
export async function benchPosts(): Promise<BenchRow[]> {
  const scripts = [
    new URL('../server/src/main.ts', import.meta.url).pathname,
    new URL('./one-by-one-server.ts', import.meta.url).pathname,
  ];
  const servers = await Promise.all(scripts.map(startServer));
  try {
    const spent = servers.map((): number[] => []);
    for (const { url } of servers) await setUpBoard(url, units);
    // In turns, so that whatever else the machine does meets both; the first round warms up.
    for (let turn = 0; turn <= rounds; turn++)
      for (const [at, { url }] of servers.entries()) {
        const { ms } = await postAll(url, makePosts(turn), connections);
        if (turn > 0) spent[at]?.push(ms);
      }
    const [grouped = 0, single = 0] = spent.map((each) => round / (median(each) / 1000));
    return [
      {
        what: `durable posts/s over HTTP, ${connections} connections, against committing one by one`,
        measured: `${Math.round(grouped)}/s`,
        against: `${Math.round(single)}/s`,
        ratio: grouped / single,
      },
    ];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
