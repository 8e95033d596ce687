// @ts-check
/** `npm start`: installs and builds what is missing, then serves. Runs on Node 20. */
import { join } from 'node:path';
import { ensureInstalled } from './installed.js';
import { root, runNode24 } from './node24.js';

async function start() {
  if (!ensureInstalled()) return 1;
  const built = await runNode24([join(root, 'scripts/build.ts'), '--if-stale']);
  if (built !== 0) return built;
  const leash = join(root, 'scripts/leave-with-launcher.js');
  const main = join(root, 'server/src/main.ts');
  return runNode24(['--import', leash, main], { leash: true });
}

process.exitCode = await start();
