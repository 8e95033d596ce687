import type { DeviceCode } from '@emulation/shared';
import { expect, it } from 'vitest';
import type { DeviceAnswer } from '../../api/screens.ts';
import { pair, type Pairing } from './pair.ts';

const over = new Error('the test is over');

const codeOf = (n: number): DeviceCode => ({
  device_code: `device-${n}`,
  user_code: `BCDF-${n}`,
  verification_uri: 'https://board.example/b/plant/walls',
  verification_uri_complete: `https://board.example/b/plant/walls?code=BCDF-${n}`,
  expires_in: 600,
  interval: 3,
});
const pending: DeviceAnswer = { error: 'authorization_pending' };
const approved: DeviceAnswer = {
  access_token: 't',
  token_type: 'Bearer',
  scope: 'read plant',
  board: 'plant',
};

/** A display whose clock stands still but for its waits; `answers` are those to its questions. */
async function play(answers: (DeviceAnswer | Error)[], failures: Error[] = []) {
  const told = { shown: [] as Pairing[], askedAt: [] as number[], codes: 0 };
  let now = 0;
  const ports = {
    now: () => now,
    wait: async (ms: number) => {
      now += ms;
      if (now >= 3_600_000) throw over;
    },
    askCode: async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return codeOf(++told.codes);
    },
    askOutcome: async () => {
      told.askedAt.push(now / 1000);
      const answer = answers.shift() ?? pending;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  await pair(ports, (pairing) => void told.shown.push(pairing)).catch((error: unknown) => {
    if (error !== over) throw error;
  });
  return told;
}

it('[PD1] a display shows a code and its address, asks at the interval, and is admitted', async () => {
  const { shown, askedAt } = await play([pending, pending, approved]);
  expect(askedAt).toEqual([3, 6, 9]);
  const address = 'https://board.example/b/plant/walls?code=BCDF-1';
  expect(shown).toEqual([
    { kind: 'showing', code: 'BCDF-1', address, until: 600_000 },
    { kind: 'admitted', board: 'plant' },
  ]);
});

it('[PD2] told to slow down it asks five seconds less often from then on; unheard, ever less often', async () => {
  const slow: DeviceAnswer = { error: 'slow_down' };
  expect((await play([pending, slow, pending, slow, approved])).askedAt).toEqual([
    3, 6, 14, 22, 35,
  ]);
  const lost = new Error('no answer');
  const { askedAt } = await play([lost, lost, lost, pending, approved]);
  expect(askedAt).toEqual([3, 9, 18, 33, 36]);
});

it('[PD3] a code that is over is renewed by itself, in the hour six times', async () => {
  const { shown, codes } = await play([]);
  expect(codes).toBe(6);
  expect(shown.map((one) => one.kind === 'showing' && one.code)).toContain('BCDF-6');
  expect((await play([{ error: 'expired_token' }, approved])).codes).toBe(2);
});

it('[PD4] refused, or without a code, it says so and tries again by itself', async () => {
  const { shown, codes } = await play([{ error: 'access_denied' }, approved]);
  expect(codes).toBe(2);
  expect(shown[1]).toEqual({ kind: 'waiting', why: 'refused', until: 63_000 });
  const flood = Object.assign(new Error('429'), { problem: { retryAfter: 40 } });
  const after = await play([approved], [new Error('away'), flood]);
  expect(after.shown.slice(0, 2)).toEqual([
    { kind: 'waiting', why: 'no-code', until: 5_000 },
    { kind: 'waiting', why: 'no-code', until: 45_000 },
  ]);
  expect(after.shown.at(-1)).toEqual({ kind: 'admitted', board: 'plant' });
});
