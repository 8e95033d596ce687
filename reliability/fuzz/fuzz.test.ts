import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 1e9));

it('[FT4] packets, frames, requests and files of nonsense end no process and delay no canary for ever', async () => {
  console.info(`fuzz seed ${seed} (FUZZ_SEED repeats it)`);
  const { failures, memoryMiB } = await fuzz(seed, 320);
  expect(failures).toEqual([]);
  expect(memoryMiB.most - memoryMiB.before).toBeLessThan(200);
});
