/**
 * `npm test`: the check, unit tests, contract suites on every engine, and the whole-system tests in
 * a browser. With filters (`npm test -- ledger`) only the tests of files whose path matches.
 */
import { buildClient } from './build.ts';
import { checkFirstLoad } from './first-load.ts';
import { compileNative } from './native.ts';
import { startServices } from './services/services.ts';
import { staticSteps } from './steps/static-steps.ts';
import { addTally, runSteps, type Step, type Tally } from './steps/step.ts';
import { runVitest } from './steps/vitest.ts';

const filters = process.argv.slice(2);
const buildStep: Step = { name: 'build', run: () => buildClient({ onlyIfStale: true }) };
const nativeStep: Step = { name: 'server/native', run: compileNative };
const loadStep: Step = { name: 'first load', run: checkFirstLoad };

async function runTests(): Promise<Tally> {
  const services = await startServices();
  try {
    const { env } = services;
    const units = await runVitest('vitest.config.ts', { filters, env });
    return addTally(units, await runVitest('e2e/vitest.config.ts', { filters, env }));
  } finally {
    await services.stop();
  }
}

const isWhole = filters.length === 0;
const built = await runSteps(isWhole ? [nativeStep, buildStep, loadStep] : [nativeStep, buildStep]);
const checked = isWhole ? await runSteps(staticSteps, 2) : { passed: 0, failed: 0 };
const tally = addTally(addTally(built, checked), await runTests());
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
