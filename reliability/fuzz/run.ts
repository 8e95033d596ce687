/** `npm run fuzz`: 20,000 attacks from one seed. `--seed N --count N` others. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, count: { type: 'string', default: '20000' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
console.log(`npm run fuzz -- --seed ${seed} --count ${values.count}`);
const { attacks, slowestMs, memoryMiB, failures } = await fuzz(seed, Number(values.count));
const { before, most } = memoryMiB;
console.log(
  Object.entries(attacks)
    .map(([name, count]) => `${count} ${name}`)
    .join(', '),
);
console.log(`canary told within ${Math.ceil(slowestMs)} ms (at most 1,000)`);
console.log(`memory ${Math.round(before)} MiB before, at most ${Math.round(most)} MiB`);
for (const failure of failures) console.log(`failed: ${failure}`);
process.exitCode = failures.length > 0 || slowestMs > 1000 ? 1 : 0;
