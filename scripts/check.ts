/**
 * `npm run check`: format, types, lint, boundaries, dead code, rules, then the unit tests and
 * contract suites. `--static` leaves the tests out.
 */
import { startServices } from './services/services.ts';
import { staticSteps } from './steps/static-steps.ts';
import { addTally, runSteps } from './steps/step.ts';
import { runVitest } from './steps/vitest.ts';

let tally = await runSteps(staticSteps, 2);
if (!process.argv.includes('--static')) {
  const services = await startServices();
  tally = addTally(tally, await runVitest('vitest.config.ts', { env: services.env }));
  await services.stop();
}
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
