import type { Happening, Patch, WatchAnswer } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { newBoardSync } from './board-question.ts';
import type { BoardEvent, BoardSync, Effect, Step } from './board-state.ts';
import { stepBoard } from './board-sync.ts';
import { answerMs, refusedMs } from './board-transitions.ts';

const wanted = new Set(['ranking:speed', 'feed']);
const now = 1_000;

function run(state: BoardSync, ...events: BoardEvent[]): Step {
  let step: Step = { state, effects: [] };
  for (const event of events) {
    const next = stepBoard(step.state, event);
    step = { state: next.state, effects: [...step.effects, ...next.effects] };
  }
  return step;
}

const asks = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'ask' ? [effect] : []));
const announced = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'announce' ? [effect.happening] : []));

function happening(seq: number, n = 1, epoch = 'e1'): Happening {
  const at = '2026-06-30T12:00:00.000Z';
  return { board: 'b', epoch, seq, n, at, kind: 'import', results: 1, units: 0, metrics: 0 };
}

function patch(from: number, to: number, value: number, epoch = 'e1'): Patch {
  return { board: 'b', epoch, topic: 'ranking:speed', from, to, set: { a: { value } } };
}

const answer = (seq: number, value: number, epoch = 'e1'): WatchAnswer => ({
  ok: true,
  epoch,
  seq,
  topics: {
    'ranking:speed': { seq, snapshot: { rows: { a: { value } } } },
    feed: { seq, snapshot: { rows: {} } },
  },
});

const opened = () =>
  run(newBoardSync('b'), { type: 'wanted', topics: wanted, now }, { type: 'connected', now });
const live = () =>
  run(opened().state, { type: 'answered', request: 1, answer: answer(10, 1), now }).state;
const valueOf = (state: BoardSync) => state.topics.get('ranking:speed')?.rows.get('a')?.['value'];

describe('following a board', () => {
  it('[SY1] asks for every wanted topic once connected, and shows the snapshot', () => {
    const { state, effects } = opened();
    expect(asks(effects)).toMatchObject([
      { request: 1, body: { board: 'b', topics: ['ranking:speed', 'feed'] } },
    ]);
    expect(state.topics.get('ranking:speed')?.status).toBe('loading');
    expect(valueOf(live())).toBe(1);
    expect(live().name).toBe('live');
  });

  it('[SY2] applies a patch that joins on and ignores one it already has', () => {
    const { state, effects } = run(
      live(),
      { type: 'patched', patch: patch(10, 12, 2), now },
      { type: 'patched', patch: patch(8, 11, 99), now },
    );
    expect(valueOf(state)).toBe(2);
    expect(asks(effects)).toEqual([]);
  });

  it('[SY3] a gap is never guessed over: it asks again with what it knows', () => {
    const { state, effects } = run(live(), { type: 'patched', patch: patch(13, 14, 5), now });
    expect(valueOf(state)).toBe(1);
    expect(state.name).toBe('asking');
    expect(asks(effects)).toMatchObject([
      { body: { epoch: 'e1', known: { 'ranking:speed': 10, feed: 10 } } },
    ]);
  });

  it('[SY3] an answer from before the gap is not enough', () => {
    const gap = run(
      live(),
      { type: 'connected', now },
      { type: 'patched', patch: patch(13, 14, 5), now },
    );
    const early = run(gap.state, { type: 'answered', request: 2, answer: answer(12, 2), now });
    expect(asks(early.effects)).toHaveLength(1);
    const late = run(early.state, { type: 'answered', request: 3, answer: answer(14, 5), now });
    expect(late.state.name).toBe('live');
    expect(valueOf(late.state)).toBe(5);
  });

  it('[SY4] another epoch forgets every position, and keeps the rows until the answer', () => {
    for (const event of [
      { type: 'beaten', beat: { board: 'b', epoch: 'e2', seq: 3, at: '' }, now },
      { type: 'patched', patch: patch(1, 2, 7, 'e2'), now },
      { type: 'happened', happening: happening(2, 1, 'e2'), now },
    ] satisfies BoardEvent[]) {
      const { state, effects } = run(live(), event);
      expect(asks(effects)[0]?.body).not.toHaveProperty('known');
      expect(asks(effects)[0]?.crowded).toBe(true);
      expect(valueOf(state)).toBe(1);
      const after = run(state, { type: 'answered', request: 2, answer: answer(3, 9, 'e2'), now });
      expect(valueOf(after.state)).toBe(9);
      expect(after.state.epoch).toBe('e2');
    }
  });

  it('[SY17] older rows than those known are not shown, nor built on: it asks again without a position', () => {
    const asked = run(live(), { type: 'disconnected' }, { type: 'connected', now });
    const { state, effects } = run(asked.state, {
      type: 'answered',
      request: 2,
      answer: answer(3, 7),
      now,
    });
    expect(valueOf(state)).toBe(1);
    expect(asks(effects)[0]?.body.known).not.toHaveProperty('ranking:speed');
    const after = run(state, { type: 'answered', request: 3, answer: answer(4, 8), now });
    expect(valueOf(after.state)).toBe(8);
    expect(after.state.name).toBe('live');
  });

  it('[SY5] each happening is announced once, in order, also across a lost connection', () => {
    const first = run(
      live(),
      { type: 'happened', happening: happening(11, 1), now },
      { type: 'happened', happening: happening(11, 1), now },
      { type: 'disconnected' },
      { type: 'connected', now },
    );
    expect(asks(first.effects)[0]?.body.known?.['feed']).toBe(10);
    const resumed: WatchAnswer = {
      ok: true,
      epoch: 'e1',
      seq: 12,
      topics: {
        'ranking:speed': { seq: 10, upToDate: true },
        feed: { seq: 12, patches: [happening(11, 1), happening(11, 2), happening(12, 1)] },
      },
    };
    const second = run(first.state, { type: 'answered', request: 2, answer: resumed, now });
    const all = [...announced(first.effects), ...announced(second.effects)];
    expect(all.map(({ seq, n }) => `${seq}.${n}`)).toEqual(['11.1', '11.2', '12.1']);
  });

  it('[SY14] news of another epoch is announced though its snapshot holds it', () => {
    const news = happening(3, 1, 'e2');
    const asked = run(
      live(),
      { type: 'beaten', beat: { board: 'b', epoch: 'e2', seq: 2, at: '' }, now },
      { type: 'happened', happening: news, now },
    );
    const rows = { '2.1': { ...happening(2, 1, 'e2') }, '3.1': { ...news } };
    const given: WatchAnswer = {
      ok: true,
      epoch: 'e2',
      seq: 3,
      topics: { feed: { seq: 3, snapshot: { rows } } },
    };
    const { state, effects } = run(asked.state, {
      type: 'answered',
      request: 2,
      answer: given,
      now,
    });
    expect(announced(effects)).toEqual([news]);
    expect(state.feed.happenings.map(({ seq }) => seq)).toEqual([3, 2]);
  });

  it('[SY5] what a snapshot holds is history and is not announced', () => {
    const rows = { '9.1': { ...happening(9) }, '10.1': { ...happening(10) } };
    const shown: WatchAnswer = {
      ok: true,
      epoch: 'e1',
      seq: 10,
      topics: {
        'ranking:speed': { seq: 10, snapshot: { rows: {} } },
        feed: { seq: 10, snapshot: { rows } },
      },
    };
    const { state, effects } = run(opened().state, {
      type: 'answered',
      request: 1,
      answer: shown,
      now,
    });
    expect(announced(effects)).toEqual([]);
    expect(state.feed.happenings.map(({ seq }) => seq)).toEqual([10, 9]);
  });

  it('[SY6] only the answer to the newest request counts, and a lost one is asked for again', () => {
    const twice = run(opened().state, { type: 'wanted', topics: wanted, now });
    const early = run(twice.state, { type: 'answered', request: 1, answer: answer(4, 4), now });
    expect(early.state.name).toBe('asking');
    const late = run(early.state, { type: 'ticked', now: now + answerMs + 1 });
    expect(asks(late.effects)).toMatchObject([{ request: 3 }]);
  });

  it('[SY7] a topic the board does not have is missing, and the others are shown', () => {
    const refusal: WatchAnswer = {
      ok: false,
      kind: 'unknown-topic',
      detail: 'no topic "ranking:speed"',
    };
    const { state, effects } = run(opened().state, {
      type: 'answered',
      request: 1,
      answer: refusal,
      now,
    });
    expect(state.topics.get('ranking:speed')?.status).toBe('missing');
    expect(asks(effects)[0]?.body.topics).toEqual(['feed']);
    // Where it is made anew, by a connection or a restore, the board may have it.
    const cut = run(state, { type: 'disconnected' });
    const back = run(cut.state, { type: 'connected', now });
    expect(asks(back.effects)[0]?.body.topics).toEqual([...wanted]);
  });

  it('[SY8] a refused or removed board is asked about again after a while', () => {
    const refusal: WatchAnswer = { ok: false, kind: 'not-found', detail: 'no such board' };
    const refused = run(opened().state, { type: 'answered', request: 1, answer: refusal, now });
    const removed = run(live(), { type: 'removed', now });
    for (const { state } of [refused, removed]) {
      expect(state).toMatchObject({ name: 'refused', refusal: 'not-found' });
      const again = run(state, { type: 'ticked', now: now + refusedMs + 1 });
      expect(asks(again.effects)).toHaveLength(1);
      expect(again.state.refusal).toBe('not-found');
      const request = again.state.requests;
      const found = { type: 'answered', request, answer: answer(11, 3), now } as const;
      expect(run(again.state, found).state.refusal).toBeNull();
    }
  });

  it('[SY9] leaves the board when nothing is wanted, and comes back with what it knew', () => {
    const left = run(live(), { type: 'wanted', topics: new Set(), now });
    expect(left.effects).toEqual([{ kind: 'leave' }]);
    const back = run(left.state, { type: 'wanted', topics: wanted, now });
    expect(asks(back.effects)[0]?.body.known).toMatchObject({ 'ranking:speed': 10 });
  });

  it('[SY15] rows kept of an earlier visit are shown until the first answer, and never taken for known', () => {
    const kept = new Map([['ranking:speed', new Map([['a', { value: 7 }]])]]);
    const restored = { type: 'restored', topics: kept } as const;
    const offline = run(newBoardSync('b'), { type: 'wanted', topics: wanted, now }, restored).state;
    expect([valueOf(offline), offline.topics.get('ranking:speed')?.status]).toEqual([7, 'ready']);
    const asking = run(offline, { type: 'connected', now });
    expect(asks(asking.effects)[0]?.body).not.toHaveProperty('known');
    const patched = run(asking.state, { type: 'patched', patch: patch(9, 10, 9), now }).state;
    expect(valueOf(patched)).toBe(7);
    const answered = run(patched, { type: 'answered', request: 1, answer: answer(10, 1), now });
    expect(valueOf(answered.state)).toBe(1);
    expect(valueOf(run(live(), restored).state)).toBe(1);
    expect(run(newBoardSync('b'), restored).state.topics.size).toBe(0);
  });
});
