import { expect, it } from 'vitest';
import { faultsOfClocks } from './clocks.ts';

it('[FT5] a clock that jumps a day on or back loses nothing and stops nothing', async () => {
  const [row] = await faultsOfClocks(5);
  expect(row?.figure).toMatch(/^0 acknowledged posts lost/);
});
