import { createApp } from '../server/src/app.ts';
import { readConfig, type Environment } from '../server/src/config/config.ts';
import type { Ledger } from '../server/src/ledger/ledger.ts';

/** The same server as `main.ts`, on a ledger that is made here; until it is told to leave. */
export async function serveOn(
  makeLedger: (config: Environment) => Ledger | Promise<Ledger>,
): Promise<void> {
  const outcome = readConfig(process.env);
  if (outcome.kind === 'bad') throw new Error(outcome.problems.join('; '));
  const app = await createApp(outcome.config, { ledger: await makeLedger(outcome.config) });
  const { url } = await app.listen();
  process.stdout.write(`listening ${url}\n`);
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
}
