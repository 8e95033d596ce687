import { describe, expect, it } from 'vitest';
import type { Problem, ResultAnswer } from '../api/client.ts';
import {
  beginAttempt,
  hasten,
  isFirstTry,
  isPending,
  send,
  settle,
  stageOf,
  type Attempt,
} from './attempt.ts';

const body = { unit: 'u', metric: 'm', value: '1' };
const answer: ResultAnswer = {
  id: 'r',
  seq: 1,
  receivedAt: '',
  state: 'provisional',
  records: [],
  ranking: [],
  overtakes: [],
};
const problem = (status: number, retryAfter?: number): Problem => ({
  status,
  kind: 'k',
  title: 't',
  detail: 'd',
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const told = { key: 'key-1', board: 'works', owner: 'steward:session', body };
const fresh = send(beginAttempt(told, 0));
const meet = (attempt: Attempt, status: number, retryAfter?: number) =>
  settle(attempt, { kind: 'problem', problem: problem(status, retryAfter) }, 0);

describe('an attempt to post', () => {
  it('[UI64] keeps its key and its body through every retry', () => {
    let attempt = fresh;
    for (const status of [0, 503, 429, 0, 401, 500]) attempt = send(meet(attempt, status));
    expect([attempt.key, attempt.body, attempt.state]).toEqual([
      'key-1',
      body,
      { name: 'sending', tries: 7 },
    ]);
    expect(settle(attempt, { kind: 'answer', answer }, 0)).toMatchObject({
      key: 'key-1',
      state: { answer },
    });
  });

  it.each([
    [0, 'unreachable'],
    [408, 'unreachable'],
    [429, 'busy'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('[UI64] %i is not the end: it waits and is sent again', (status, why) => {
    expect(meet(fresh, status).state).toMatchObject({ name: 'waiting', why });
    expect(isPending(meet(fresh, status))).toBe(true);
  });

  it('[UI64] waits as long as the server says, and otherwise longer each time, up to half a minute', () => {
    expect(meet(fresh, 503, 8).state).toMatchObject({ until: 8_000 });
    const waits: number[] = [];
    let attempt = fresh;
    for (let tries = 0; tries < 8; tries++) {
      attempt = meet(attempt, 0);
      if (attempt.state.name === 'waiting') waits.push(attempt.state.until);
      attempt = send(attempt);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('[UI64] a retry does not take the page back to the form', () => {
    expect(stageOf(meet(fresh, 0))).toBe('waiting');
    expect(stageOf(send(meet(fresh, 0)))).toBe('waiting');
    expect(stageOf(meet(send(meet(fresh, 0)), 400))).toBe('form');
    expect(stageOf(meet(fresh, 401))).toBe('held');
  });

  it('[PO16] a first try is the form’s own until it lasts, and never said to be sent again', () => {
    const typed = beginAttempt(told, 0);
    expect([stageOf(typed), stageOf(fresh)]).toEqual(['form', 'form']);
    expect([stageOf(typed, true), stageOf(fresh, true)]).toEqual(['waiting', 'waiting']);
    expect([typed, fresh].map(isFirstTry)).toEqual([true, true]);
    expect([meet(fresh, 0), send(meet(fresh, 0))].map(isFirstTry)).toEqual([false, false]);
  });

  it('[UI65] without a session it is held, not lost, and refused only for what it says', () => {
    expect(meet(fresh, 401).state.name).toBe('held');
    expect(hasten(meet(fresh, 401), 70).state).toMatchObject({ name: 'waiting', until: 70 });
    for (const status of [400, 403, 404, 409, 413, 422])
      expect(meet(fresh, status).state.name).toBe('refused');
    expect(send(meet(fresh, 400))).toEqual(meet(fresh, 400));
    expect(hasten(meet(fresh, 400), 70)).toEqual(meet(fresh, 400));
  });
});
