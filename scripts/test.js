// @ts-check
/** `npm test [-- filter…]`: installs what is missing, then runs everything. Runs on Node 20. */
import { join } from 'node:path';
import { ensureInstalled } from './installed.js';
import { root, runNode24 } from './node24.js';

process.exitCode = ensureInstalled()
  ? await runNode24([join(root, 'scripts/whole-test.ts'), ...process.argv.slice(2)])
  : 1;
