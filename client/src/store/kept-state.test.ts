import {
  newBoardSync,
  type BoardSync,
  stepBoard,
  restored,
  type Topic,
} from '@emulation/client-sdk';
import type { Happening, Row } from '@emulation/shared';
import { expect, it } from 'vitest';
import { keptBoard, storedBoard } from './kept-state.ts';

const rows = (count: number): ReadonlyMap<string, Row> =>
  new Map(Array.from({ length: count }, (_, at) => [`k${at}`, { place: at }]));

function liveBoard(topics: Record<string, Partial<Topic>>): BoardSync {
  const ready = { status: 'ready' as const, seq: 5, heard: 5, rows: rows(2) };
  return {
    ...newBoardSync('plant'),
    name: 'live',
    epoch: 'e',
    topics: new Map(Object.entries(topics).map(([name, one]) => [name, { ...ready, ...one }])),
  };
}

it('[DP17] what is known of a board is kept and shown again, without positions and with its age', () => {
  const stored = storedBoard(liveBoard({ board: {}, pulse: { status: 'loading' } }), 1_000);
  if (!stored) throw new Error('there is something to keep');
  const copy = structuredClone(stored);
  expect(copy.topics.map(([name]) => name)).toEqual(['board']);
  const wanting = stepBoard(newBoardSync('plant'), {
    type: 'wanted',
    topics: new Set(['board', 'pulse']),
    now: 0,
  }).state;
  const state = restored(wanting, keptBoard(copy));
  expect(state.topics.get('board')).toEqual({
    status: 'ready',
    seq: null,
    heard: 0,
    rows: rows(2),
  });
  expect(state.topics.get('pulse')?.status).toBe('loading');
});

it('[DP17] the server’s answer takes the place of what was kept, and nothing kept that of an answer', () => {
  const kept = keptBoard({
    board: 'plant',
    heardAt: 0,
    topics: [['board', [...rows(3)]]],
    happenings: [],
  });
  const wanting = stepBoard(newBoardSync('plant'), {
    type: 'wanted',
    topics: new Set(['board']),
    now: 0,
  }).state;
  const asked = stepBoard(restored(wanting, kept), { type: 'connected', now: 1 });
  // Nothing is claimed to be known, so the whole is asked for.
  expect(asked.effects).toEqual([
    { kind: 'ask', request: 1, body: { board: 'plant', topics: ['board'] }, crowded: false },
  ]);
  const answer = {
    ok: true as const,
    epoch: 'e',
    seq: 9,
    topics: { board: { seq: 9, snapshot: { rows: { only: { place: 1 } } } } },
  };
  const { state } = stepBoard(asked.state, { type: 'answered', request: 1, answer, now: 2 });
  expect([...(state.topics.get('board')?.rows.keys() ?? [])]).toEqual(['only']);
  expect(restored(state, kept)).toBe(state);
});

it('[DP17] what is kept is bounded, and no topic is cut in half', () => {
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`t${at}`, {}]));
  expect(storedBoard(liveBoard(many), 0)?.topics).toHaveLength(64);
  const large = { a: { rows: rows(15_000) }, b: { rows: rows(15_000) }, c: { rows: rows(10) } };
  expect(storedBoard(liveBoard(large), 0)?.topics.map(([name]) => name)).toEqual(['a', 'c']);
  expect(storedBoard(newBoardSync('plant'), 0)).toBeUndefined();
  const feed = {
    status: 'ready' as const,
    seq: 1,
    last: { seq: 1, n: 1 },
    happenings: Array.from({ length: 200 }, () => ({}) as Happening),
  };
  expect(storedBoard({ ...liveBoard({ a: {} }), feed }, 0)?.happenings).toHaveLength(100);
});
