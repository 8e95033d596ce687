/**
 * `npm run faults`: prints the table of `docs/reliability.md`. `npm run faults -- kills cuts` only
 * those; `--kills N`, `--cuts N`, `--clients N`, `--frozen SECONDS` and `--stalled SECONDS` bound it.
 */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { startServices } from '../../scripts/services/services.ts';
import { faultsOfClients } from './clients.ts';
import { faultsOfClocks } from './clocks.ts';
import { faultsOfCuts } from './cuts.ts';
import { faultsOfHeirs } from './heirs.ts';
import { faultsOfKills } from './kills.ts';
import { faultsOfNodes } from './nodes.ts';
import { faultsOfStores } from './stores.ts';
import { faultsOfVersions } from './versions.ts';
import { formatTable, type FaultRow } from './row.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '500' },
    cuts: { type: 'string', default: '10000' },
    clients: { type: 'string', default: '10000' },
    frozen: { type: 'string', default: '30' },
    stalled: { type: 'string', default: '60' },
  },
});
const [kills, cuts] = [Number(values.kills), Number(values.cuts)];
const [clients, frozenSeconds] = [Number(values.clients), Number(values.frozen)];
const groups: Record<string, () => Promise<FaultRow[]>> = {
  kills: () => faultsOfKills(kills),
  stores: faultsOfStores,
  heirs: faultsOfHeirs,
  nodes: () => faultsOfNodes(frozenSeconds),
  cuts: () => faultsOfCuts(cuts),
  clients: () => faultsOfClients(clients, Number(values.stalled)),
  clocks: () => faultsOfClocks(),
  versions: () => faultsOfVersions(),
};
const [processor] = cpus();
const memory = Math.round(totalmem() / 2 ** 30);
console.log(
  `Node ${process.version}, ${cpus().length} × ${processor?.model ?? 'unknown'}, ${memory} GiB\n`,
);
const services = await startServices();
Object.assign(process.env, services.env);
const rows: FaultRow[] = [];
try {
  for (const [name, group] of Object.entries(groups)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    rows.push(...(await group()));
  }
} finally {
  await services.stop();
  console.log(formatTable(rows));
}
process.exitCode = rows.every(({ isMet }) => isMet) ? 0 : 1;
