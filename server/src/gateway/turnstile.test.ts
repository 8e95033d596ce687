import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Admission } from './admission.ts';
import { defaultLimits } from './limits.ts';
import { Turnstile } from './turnstile.ts';

/** Longer than a turn lets people in. */
function work(): void {
  const end = performance.now() + 6;
  while (performance.now() < end);
}

it('[LV41] those who connect at once are let in a few at a time, and others are served between them', async () => {
  const turnstile = new Turnstile();
  const seen: string[] = [];
  for (const who of ['first', 'second', 'third'])
    turnstile.pass(() => {
      seen.push(who);
      work();
    });
  setImmediate(() => seen.push('somebody else'));
  expect(seen).toEqual([]);
  while (seen.length < 4) await turn();
  expect(seen).toEqual(['first', 'somebody else', 'second', 'third']);
  turnstile.pass(() => seen.push('later'));
  await turn();
  expect(seen.at(-1)).toBe('later');
});

it('[LV41] a connection that breaks while it waits ends alone', async () => {
  const admission = new Admission(defaultLimits, undefined);
  const socket = new Socket();
  const verdicts: boolean[] = [];
  admission.judge(new IncomingMessage(socket), (_, isAllowed) => verdicts.push(isAllowed));
  // Without a listener this would end the process, and the test.
  socket.destroy(new Error('cut'));
  while (verdicts.length === 0) await turn();
  expect(verdicts).toEqual([true]);
  expect(socket.listenerCount('error')).toBe(0);
});
