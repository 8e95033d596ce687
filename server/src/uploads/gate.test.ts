import { expect, it } from 'vitest';
import { Gate } from './gate.ts';

it('[EX32] a few pictures are unpacked at a time, a few wait, the others are turned away', async () => {
  const gate = new Gate({ atOnce: 2, waiting: 1 });
  const leave: (() => void)[] = [];
  let inside = 0;
  const enter = () =>
    gate.pass(async () => {
      inside++;
      await new Promise<void>((resolve) => leave.push(resolve));
      return true;
    });
  const visits = [enter(), enter(), enter()];
  expect(await enter()).toBeUndefined();
  expect(inside).toBe(2);
  leave.shift()?.();
  expect(await visits[0]).toBe(true);
  await Promise.resolve();
  expect(inside).toBe(3);
  for (const go of leave) go();
  expect(await Promise.all(visits)).toEqual([true, true, true]);
  await expect(gate.pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await gate.pass(async () => 'free')).toBe('free');
});
