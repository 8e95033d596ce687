import { bannerLines } from './banner.ts';
import { createApp, type App } from './app.ts';
import { readConfig, type Environment } from './config/config.ts';
import { startFault } from './config/start-fault.ts';

/** Contract: gone within 10 s of the signal, whatever hangs. */
const exitDeadlineMs = 9500;

function refuseToStart(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}

function readEnvironment(): Environment {
  const outcome = readConfig(process.env);
  if (outcome.kind === 'bad') refuseToStart(outcome.problems.join('; '));
  return outcome.config;
}

/** The first signal closes in order; whoever sends a second one does not want to wait. */
function closeOnSignals(app: App): void {
  let isClosing = false;
  const onSignal = () => {
    if (isClosing) process.exit(1);
    isClosing = true;
    setTimeout(() => process.exit(0), exitDeadlineMs).unref();
    void app.close().finally(() => process.exit(0));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

async function main(): Promise<void> {
  const config = readEnvironment();
  try {
    const app = await createApp(config);
    closeOnSignals(app);
    const welcome = await app.listen();
    process.stdout.write(`${bannerLines(welcome).join('\n')}\n`);
  } catch (error) {
    const fault = startFault(error, config);
    if (fault !== undefined) refuseToStart(fault);
    throw error;
  }
}

await main();
