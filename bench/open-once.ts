/** Opens every board of a data folder as a starting server does, alone in its process, and says so. */
import { BoardRegistry } from '../server/src/board/registry.ts';
import { createLedger } from '../server/src/ledger/create-ledger.ts';
import { createLocalRelay } from '../server/src/relay/local/local-relay.ts';
import { quietLog } from './quiet-log.ts';

const [dataDir = ''] = process.argv.slice(2);
const begun = performance.now();
const ledger = await createLedger({ dataDir, databaseUrl: undefined, log: quietLog });
const relay = createLocalRelay({ log: quietLog });
const clock = { now: () => Date.now() };
const registry = new BoardRegistry({ ledger, relay, clock, log: quietLog });
await registry.start();
const ms = performance.now() - begun;
const mib = process.memoryUsage.rss() / 2 ** 20;
const seq = registry.get('large')?.state.seq ?? 0;
process.stdout.write(`${JSON.stringify({ ms, mib, seq })}\n`);
// Closing leaves a snapshot behind: the next opening finds it.
await registry.close();
await relay.close();
await ledger.close();
