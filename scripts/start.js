// @ts-check
/** `npm start`: installs and builds what is missing, then serves. Runs on Node 20. */
import { join } from 'node:path';
import { ensureInstalled } from './installed.js';
import { root, runNode24 } from './node24.js';

/** npm that is killed outright tells nobody; its end shows as another parent (not on Windows). */
function leaveWithNpm() {
  if (!process.env['npm_lifecycle_event']) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    // Handled below like any other: the server hears it and closes in order.
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

async function start() {
  if (!ensureInstalled()) return 1;
  const built = await runNode24([join(root, 'scripts/build.ts'), '--if-stale']);
  if (built !== 0) return built;
  const leash = join(root, 'scripts/leave-with-launcher.js');
  const main = join(root, 'server/src/main.ts');
  return runNode24(['--import', leash, main], { leash: true });
}

leaveWithNpm();
process.exitCode = await start();
