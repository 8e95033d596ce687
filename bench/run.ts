/** Prints the table of `docs/performance.md`. `npm run bench -- posts fold` runs only those. */
import { cpus, totalmem } from 'node:os';
import { startServices } from '../scripts/services/services.ts';
import { benchConnections } from './connections.ts';
import { benchFanOut } from './fan-out/fan-out.ts';
import { benchFold } from './fold.ts';
import { benchNodes } from './nodes.ts';
import { benchOpening } from './opening.ts';
import { benchPatches } from './patches.ts';
import { benchPosts } from './posts.ts';
import { formatTable, type BenchRow } from './row.ts';
import { benchSmooth } from './smooth.ts';

const benches: Record<string, () => BenchRow[] | Promise<BenchRow[]>> = {
  posts: benchPosts,
  'fan-out': benchFanOut,
  patches: benchPatches,
  fold: benchFold,
  opening: benchOpening,
  connections: benchConnections,
  nodes: benchNodes,
  smooth: benchSmooth,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`,
  );
  process.exit(2);
}
const [processor] = cpus();
const memory = Math.round(totalmem() / 2 ** 30);
process.stdout.write(
  `Node ${process.version}, ${cpus().length} × ${processor?.model ?? 'unknown'}, ${memory} GiB\n\n`,
);
// Posts and nodes are measured on Redis and PostgreSQL, too.
const services = await startServices();
Object.assign(process.env, services.env);
const rows: BenchRow[] = [];
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    rows.push(...(await bench()));
  }
} finally {
  await services.stop();
  process.stdout.write(`${formatTable(rows)}\n`);
}
