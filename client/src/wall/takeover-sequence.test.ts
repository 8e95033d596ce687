import type { Happening, RecordRow } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import {
  emptyQueue,
  hear,
  leastMs,
  perRoll,
  perRoomyRoll,
  perScreen,
  screensLeft,
  step,
  type Screen,
  type TakeoverQueue,
} from './takeover-queue.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { needsRoom } from './story-words.ts';
import { storyOf, type Story } from './takeover-story.ts';

const told = {
  board: 'b',
  epoch: 'e',
  n: 1,
  at: '2026-11-24T10:00:00Z',
  metric: 'm',
  unit: 'u1',
  partners: [],
  sector: 's',
  value: '6',
  achievedAt: '2026-11-24',
};
const previous = { value: '5', achievedAt: '2026-11-01', holders: ['u9'], result: 'old' };

const record = (result: string): Happening => ({
  ...told,
  seq: 1,
  kind: 'record',
  result,
  scope: 'board',
  how: 'broken',
  breakthrough: false,
  previous,
  provisional: true,
});
const verification = (result: string): Happening => ({
  ...told,
  seq: 2,
  kind: 'verification',
  result,
});
// Only what a seal tells of is looked at.
const standing = (result: string, scope = 'board') =>
  ({ result, scope, breakthrough: false }) as RecordRow;

/** Every screen with how long it stood, until the list is back. */
function play(start: TakeoverQueue): { screen: Screen; ms: number }[] {
  const played: { screen: Screen; ms: number }[] = [];
  let queue = step(start, 0);
  for (let now = 0; queue.showing && now < 3_600_000; now += 100) {
    const next = step(queue, now);
    if (next.showing !== queue.showing)
      played.push({ screen: queue.showing, ms: now - queue.showing.since });
    queue = next;
  }
  return played;
}

const kindsOf = (queue: TakeoverQueue) => queue.waiting.map(({ kind }) => kind);

describe('a sequence of takeovers', () => {
  it.each([
    { count: 1, screens: 1, atMostS: 9 },
    { count: 2, screens: 2, atMostS: 18 },
    { count: 7, screens: 4, atMostS: 32 },
    { count: 30, screens: 12, atMostS: 62 },
  ])('[UI45] $count at once: $screens screens, none skipped', ({ count, screens, atMostS }) => {
    const ids = Array.from({ length: count }, (_, at) => `r${at}`);
    const played = play(ids.map(record).reduce((old, one) => hear(old, one), emptyQueue));
    const shown = played.flatMap(({ screen }) =>
      screen.stories.map((story) => ('result' in story ? story.result : '')),
    );
    expect(shown).toEqual(ids);
    expect(played).toHaveLength(screens);
    for (const { screen, ms } of played) {
      expect(ms).toBeGreaterThanOrEqual(leastMs);
      expect(screen.stories.length).toBeLessThanOrEqual(perScreen);
    }
    expect(played.reduce((sum, { ms }) => sum + ms, 0) / 1000).toBeLessThanOrEqual(atMostS);
  });

  it('[UI45] a roll with names that need room is one of six, and none is skipped', () => {
    const ids = Array.from({ length: 60 }, (_, at) => `r${at}`);
    const heard = ids.map(record).reduce((old, one) => hear(old, one), emptyQueue);
    const isRoomy = (story: Story) => 'result' in story && story.result === 'r3';
    const first = step(heard, 0, isRoomy);
    expect(first.showing?.stories).toHaveLength(perRoomyRoll);
    const second = step(first, 60_000, isRoomy);
    expect(second.showing?.stories).toHaveLength(perRoll);
    const told = [first, second].flatMap(({ showing }) => showing?.stories ?? []);
    expect(told.map((story) => 'result' in story && story.result)).toEqual(ids.slice(0, 14));
    expect(screensLeft(heard, () => true)).toBeGreaterThan(screensLeft(heard));
  });

  it('[UI45] names of 60 wide letters need room in a roll, those of other letters do not', () => {
    const story = storyOf(record('a'));
    const named = (metric: string, unit: string) => {
      const [metrics, units] = [
        new Map([['m', { name: metric }]]),
        new Map([['u1', { name: unit }]]),
      ];
      // Only names are asked for.
      return story && needsRoom({ metrics, units } as unknown as Vocabulary, story);
    };
    const wide = '서울 테헤란로 부품 '.repeat(6).slice(0, 60);
    const narrow = 'Förderanlagenwartung und Instandhaltung der Verpackungslinien'.slice(0, 60);
    expect([named(wide, 'Ada'), named('Output', wide), named(narrow, narrow)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('[SC11] a record that was shown before is sealed when it is verified, if it still stands', () => {
    const sealed = hear(emptyQueue, verification('a'), [standing('a', 'sector'), standing('a')]);
    expect(sealed.waiting).toMatchObject([{ kind: 'seal', result: 'a', scope: 'board' }]);
    expect(hear(emptyQueue, verification('a'), []).waiting).toEqual([]);
  });

  it('[SC11] one that waits or is shown only loses its provisional mark', () => {
    const waiting = hear(emptyQueue, record('a'));
    const verified = hear(waiting, verification('a'), [standing('a')]);
    expect(verified.waiting).toMatchObject([{ kind: 'record', provisional: false }]);
    const showing = hear(step(waiting, 0), verification('a'), [standing('a')]);
    expect(showing.waiting).toEqual([]);
    expect(showing.showing?.stories).toMatchObject([{ kind: 'record', provisional: false }]);
  });

  it('[SC11] seals that follow one another share a screen, and none is skipped', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const queue = ids.reduce(
      (old, id) => hear(old, verification(id), [standing(id)]),
      hear(emptyQueue, record('z')),
    );
    expect(play(queue).map(({ screen }) => screen.stories.length)).toEqual([1, 4, 1]);
  });

  it('[SC11] the seal of what was annulled meanwhile is not shown', () => {
    const annulment: Happening = {
      ...told,
      seq: 3,
      kind: 'annulment',
      result: 'a',
      reason: 'typed twice',
      lost: [{ scope: 'board', key: 'm|board|', now: previous }],
    };
    const queue = hear(emptyQueue, verification('a'), [standing('a')]);
    expect(kindsOf(hear(queue, annulment))).toEqual(['annulment']);
  });
});
