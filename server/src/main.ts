import { flushCompileCache } from 'node:module';
import { bannerLines } from './banner.ts';
import type { App } from './app.ts';
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

interface Life {
  app?: App;
  isClosing: boolean;
}

/** The first signal closes in order; whoever sends a second one does not want to wait. */
function closeOnSignals(life: Life): void {
  const onSignal = () => {
    if (life.isClosing) process.exit(1);
    life.isClosing = true;
    // Before there is an app nothing is open that would have to be closed.
    if (!life.app) process.exit(0);
    setTimeout(() => process.exit(0), exitDeadlineMs).unref();
    void life.app.close().finally(() => process.exit(0));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

async function main(): Promise<void> {
  const life: Life = { isClosing: false };
  closeOnSignals(life);
  const config = readEnvironment();
  // What refuses to start need not load all that would run.
  const { createApp } = await import('./app.ts');
  try {
    life.app = await createApp(config);
    const welcome = await life.app.listen();
    process.stdout.write(`${bannerLines(welcome).join('\n')}\n`);
    // Kept now, not when it ends: a server may be killed.
    flushCompileCache();
  } catch (error) {
    // Closing under way makes starting fail; the signal's handler ends the process.
    if (life.isClosing) return;
    const fault = startFault(error, config);
    if (fault !== undefined) refuseToStart(fault);
    throw error;
  }
}

await main();
