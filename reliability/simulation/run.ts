/**
 * `npm run simulate`: the whole system from 10,000 seeds. `--seeds N --from N` others, `--seed N`
 * one of them again, exactly; `--mutation NAME` with something broken on purpose.
 */
import { parseArgs } from 'node:util';
import { mutations } from './world.ts';
import { simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    mutation: { type: 'string' },
  },
});
const mutation = mutations.find((one) => one === values.mutation);
const from = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const begun = performance.now();
let failed = 0;
for (let seed = from; seed < from + count; seed += 1) {
  const { violations, digest, entries, announced } = await simulate(seed, mutation);
  if (violations.length > 0) {
    failed += 1;
    console.log(`seed ${seed} failed (npm run simulate -- --seed ${seed}):`);
    for (const line of violations.slice(0, 20)) console.log(`  ${line}`);
  }
  if (count === 1) console.log(`seed ${seed}: ${entries} entries, ${announced} told, ${digest}`);
  else if ((seed - from + 1) % 500 === 0) console.log(`${seed - from + 1} seeds, ${failed} failed`);
}
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
console.log(`${count} seeds in ${seconds} s, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
