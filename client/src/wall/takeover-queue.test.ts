import type { Happening, Scope } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import {
  emptyQueue,
  hear,
  leastMs,
  mostWaiting,
  perRoll,
  perScreen,
  rollMs,
  step,
  type Screen,
  type TakeoverQueue,
} from './takeover-queue.ts';
import type { Story } from './takeover-story.ts';

/** The result a story is about; a drive's is about none. */
const resultOf = (story: Story) => ('result' in story ? story.result : undefined);

const head = { board: 'b', epoch: 'e', n: 1, at: '2026-11-24T10:00:00Z' };
const mark = { value: '5', achievedAt: '2026-11-01', holders: ['u9'], result: 'old' };

function record(result: string, scope: Scope = 'board', more: object = {}): Happening {
  const told = {
    metric: 'm',
    unit: 'u1',
    partners: [],
    sector: 's',
    value: '6',
    achievedAt: '2026-11-24',
  };
  const fall = { scope, how: 'broken', breakthrough: false, previous: mark, provisional: true };
  return { ...head, seq: 1, kind: 'record', result, ...told, ...fall, ...more } as Happening;
}

function annulment(result: string, scope: Scope = 'board'): Happening {
  const told = {
    metric: 'm',
    unit: 'u1',
    partners: [],
    sector: 's',
    value: '6',
    achievedAt: '2026-11-24',
  };
  const lost = [{ scope, key: `m|${scope}|`, now: mark }];
  return { ...head, seq: 2, kind: 'annulment', result, ...told, reason: 'typed twice', lost };
}

const hearAll = (happenings: Happening[], queue: TakeoverQueue = emptyQueue) =>
  happenings.reduce((heard, happening) => hear(heard, happening), queue);

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
const results = (screens: { screen: Screen }[]) =>
  screens.flatMap(({ screen }) => screen.stories.map((story) => resultOf(story)));

describe('takeover queue', () => {
  it('[UI44] only a fallen record of the board or a sector takes the screen', () => {
    const silent = [
      record('a', 'unit'),
      record('b', 'board', { how: 'equalled' }),
      record('c', 'board', { previous: null }),
    ];
    expect(hearAll(silent).waiting).toEqual([]);
    expect(hearAll([record('d', 'sector'), record('e', 'board')]).waiting).toHaveLength(2);
  });

  it('[UI44] all records of one result are one story, the widest scope first', () => {
    const { waiting } = hearAll([record('a', 'sector'), record('a', 'board')]);
    expect(waiting).toHaveLength(1);
    expect(waiting[0]).toMatchObject({ fallen: [{ scope: 'board' }, { scope: 'sector' }] });
  });

  it('[UI44] a record told while its result is on the screen joins it there', () => {
    const showing = step(hearAll([record('a', 'sector')]), 0);
    const { waiting, showing: screen } = hear(
      showing,
      record('a', 'board', { breakthrough: true }),
    );
    expect(waiting).toEqual([]);
    expect(screen?.stories[0]).toMatchObject({
      breakthrough: true,
      fallen: [{ scope: 'board' }, {}],
    });
  });

  it.each([1, 3, 7, 40])(
    '[UI45] of %i at once none is skipped and each stands at least 4 s',
    (count) => {
      const names = Array.from({ length: count }, (_, index) => `r${index}`);
      const played = play(hearAll(names.map((name) => record(name))));
      expect(results(played)).toEqual(names);
      expect(played.every(({ ms }) => ms >= leastMs)).toBe(true);
    },
  );

  it('[UI45] on a screen of several a record of several units takes the room of two', () => {
    const partners = [{ unit: 'u2' }, { unit: 'u3' }];
    const shared = Array.from({ length: 12 }, (_, at) => record(`j${at}`, 'board', { partners }));
    const [first] = play(hearAll(shared));
    expect(first?.screen.stories).toHaveLength(2);
    const mixed = [record('a'), record('b', 'board', { partners }), record('c')];
    const [screen] = play(hearAll([...mixed, ...shared]));
    expect(screen?.screen.stories.map(resultOf)).toEqual(['a', 'b', 'c']);
  });

  it('[UI45] of 1,000 at once each is named once, on screens that can be read, within eleven minutes', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `r${index}`);
    const played = play(hearAll(names.map((name) => record(name, 'board', { unit: name }))));
    expect(results(played)).toEqual(names);
    for (const { screen, ms } of played) {
      expect(screen.stories.length).toBeLessThanOrEqual(perRoll);
      expect(ms).toBeGreaterThanOrEqual(screen.stories.length > perScreen ? rollMs : leastMs);
    }
    expect(played.reduce((sum, { ms }) => sum + ms, 0)).toBeLessThan(11 * 60_000);
  });

  it('[UI45] a flood without end holds no more than the board has units, and tells of every record', () => {
    const units = 420;
    const flood = Array.from({ length: 1_700 }, (_, at) =>
      record(`r${at}`, 'board', {
        unit: `u${at % units}`,
        value: `${at}`,
        previous: { ...mark, value: `${at - 1}` },
      }),
    );
    const { waiting } = hearAll(flood);
    expect(waiting.length).toBeLessThanOrEqual(units);
    const told = waiting.flatMap((story) => (story.kind === 'record' ? [story] : []));
    expect(told.reduce((sum, { times }) => sum + times, 0)).toBe(flood.length);
    const last = told.find(({ units: [unit] }) => unit === 'u7');
    expect(last).toMatchObject({ value: '1687', fallen: [{ previous: { value: '6' } }] });
  });

  it('[UI45] a breakthrough and a correction keep their place in a flood', () => {
    const names = Array.from({ length: mostWaiting + 9 }, (_, index) => `r${index}`);
    const flood = names.map((name) => record(name, 'board', { unit: name }));
    const big = record('big', 'board', { unit: 'big', breakthrough: true });
    const { waiting } = hearAll([big, ...flood, annulment('r3')]);
    expect(waiting.slice(0, 2).map(({ kind }) => kind)).toEqual(['annulment', 'record']);
    expect(waiting.map(resultOf)).toEqual(['r3', 'big', ...names.filter((name) => name !== 'r3')]);
  });

  it('[UI45] a long queue passes faster than one by one', () => {
    const length = (count: number) =>
      play(hearAll(Array.from({ length: count }, (_, index) => record(`r${index}`)))).reduce(
        (sum, { ms }) => sum + ms,
        0,
      );
    expect(length(40)).toBeLessThan(40 * leastMs);
    expect(length(3)).toBeLessThan(3 * length(1));
  });

  it('[UI45] a breakthrough has the screen to itself, and longer', () => {
    const many = Array.from({ length: 10 }, (_, index) => record(`r${index}`));
    const played = play(hearAll([record('big', 'board', { breakthrough: true }), ...many]));
    expect(played[0]?.screen.stories).toHaveLength(1);
    const alone = (more: object) => play(hearAll([record('a', 'board', more)]))[0]?.ms ?? 0;
    expect(alone({ breakthrough: true })).toBeGreaterThan(alone({}));
  });

  it('[UI50] a standard is celebrated for the first unit and the last, after what was there before', () => {
    const reached = (result: string, which: object) =>
      ({
        ...record(result),
        kind: 'standard-reached',
        first: false,
        last: false,
        reached: 1,
        of: 3,
        ...which,
      }) as Happening;
    const queue = hearAll([
      record('a'),
      reached('b', { first: true }),
      reached('c', {}),
      reached('d', { last: true }),
    ]);
    expect(queue.waiting.map((story) => [story.kind, resultOf(story)])).toEqual([
      ['record', 'a'],
      ['standard', 'b'],
      ['standard', 'd'],
    ]);
    const many = Array.from({ length: 9 }, (_, index) => record(`r${index}`));
    const played = play(hearAll([reached('b', { first: true }), ...many]));
    expect(played[0]?.screen.stories).toHaveLength(1);
    const taken = hear(queue, annulment('b'));
    expect(taken.waiting.map((story) => resultOf(story))).toEqual(['b', 'a', 'd']);
    expect(taken.waiting[0]?.kind).toBe('annulment');
  });

  it('[UI46] an annulled record that waits is not celebrated any more; the correction is told next', () => {
    const queue = hearAll([record('a'), record('b'), annulment('b')]);
    expect(queue.waiting.map((story) => [story.kind, resultOf(story)])).toEqual([
      ['annulment', 'b'],
      ['record', 'a'],
    ]);
  });

  it('[UI46] an annulment that cost only a unit its best leaves the screen alone', () => {
    expect(hear(emptyQueue, annulment('a', 'unit'))).toBe(emptyQueue);
  });

  it('[UI46] a corrected record that stands still, with another value, is told as well', () => {
    const { kind: _, lost, ...told } = annulment('a') as Extract<Happening, { kind: 'annulment' }>;
    const corrected = { ...told, kind: 'correction' as const, before: '9', lost: [] };
    expect(hear(emptyQueue, corrected).waiting).toEqual([]);
    const { waiting } = hear(emptyQueue, { ...corrected, kept: lost });
    expect(waiting).toMatchObject([{ kind: 'correction', before: '9', value: '6', lost }]);
  });

  it('[UI46] a verification takes the provisional mark off, also on the screen', () => {
    const queue = step(hearAll([record('a')]), 0);
    const verified = hear(queue, { ...record('a'), kind: 'verification' } as Happening);
    expect(verified.showing?.stories[0]).toMatchObject({ provisional: false });
  });

  it('[UI53] a drive that starts, freezes, closes or is final is told, each alone and in order', () => {
    const drive = (kind: string, more: object = {}) =>
      ({ ...head, seq: 3, kind, drive: 'spring', name: 'Spring', ...more }) as Happening;
    const played = play(
      hearAll([
        drive('drive-opened'),
        drive('drive-started'),
        record('a'),
        drive('drive-review'),
        drive('drive-frozen'),
        drive('drive-closed'),
        drive('drive-finalised', { leaders: ['u1', 'u2'], score: '120.00' }),
      ]),
    );
    const told = played.map(({ screen }) => screen.stories);
    expect(told.map((stories) => stories.length)).toEqual([1, 1, 1, 1, 1]);
    expect(told.flat().map((story) => (story.kind === 'drive' ? story.to : story.kind))).toEqual([
      'started',
      'record',
      'frozen',
      'closed',
      'finalised',
    ]);
    expect(told.at(-1)).toMatchObject([{ units: ['u1', 'u2'], score: '120.00' }]);
  });
});
