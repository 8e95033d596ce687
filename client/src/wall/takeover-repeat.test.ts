import type { Happening } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { emptyQueue, hear, mostWaiting, type TakeoverQueue } from './takeover-queue.ts';

const told = {
  board: 'b',
  epoch: 'e',
  seq: 1,
  n: 1,
  at: '2026-11-24T10:00:00Z',
  metric: 'm',
  partners: [],
  sector: 's',
  achievedAt: '2026-11-24',
};

/** The `at`-th record of a unit, each of which broke the one before. */
function record(unit: string, at: number, more: object = {}): Happening {
  const mark = { value: `${at - 1}`, achievedAt: '2026-11-01', holders: ['u9'] };
  return {
    ...told,
    kind: 'record',
    unit,
    result: `${unit} ${at}`,
    value: `${at}`,
    scope: 'board',
    how: 'broken',
    breakthrough: false,
    previous: { ...mark, result: `${unit} ${at - 1}` },
    provisional: true,
    ...more,
  };
}

function annulment(result: string, isHeld = true): Happening {
  const [unit = '', value = ''] = result.split(' ');
  const lost = isHeld ? [{ scope: 'board' as const, key: 'm|board|', now: null }] : [];
  return { ...told, kind: 'annulment', unit, result, value, reason: 'typed twice', lost };
}

const hearAll = (happenings: readonly Happening[], queue: TakeoverQueue = emptyQueue) =>
  happenings.reduce((heard, happening) => hear(heard, happening), queue);

const crowd = hearAll(Array.from({ length: mostWaiting }, (_, at) => record(`c${at}`, 1)));
const group = (count: number, more: object = {}) =>
  hearAll(
    Array.from({ length: count }, (_, at) => record('ada', at + 1, more)),
    crowd,
  );
const storyOf = ({ waiting }: TakeoverQueue) =>
  waiting.find((story) => story.kind === 'record' && story.units[0] === 'ada');

describe('records that are told as one', () => {
  it('[UI46] the newest is annulled while it waits: the others are celebrated, up to the newest of them', () => {
    const left = hear(group(3), annulment('ada 3'));
    expect(left.waiting[0]?.kind).toBe('annulment');
    expect(storyOf(left)).toMatchObject({
      result: 'ada 2',
      value: '2',
      times: 2,
      fallen: [{ previous: { value: '0' } }],
    });
    expect(storyOf(hearAll([annulment('ada 2'), annulment('ada 1')], left))).toBeUndefined();
  });

  it('[UI46] an older is annulled, which holds no record any more: the newest is told from the mark that stood before it', () => {
    const left = hear(group(3), annulment('ada 1', false));
    expect(left.waiting).toHaveLength(mostWaiting + 1);
    expect(storyOf(left)).toMatchObject({ result: 'ada 3', times: 2 });
    expect(storyOf(left)).toMatchObject({ fallen: [{ previous: { value: '0' } }] });
    const other = { value: '7', achievedAt: '2026-11-02', holders: ['bo'], result: 'bo 7' };
    const between = hearAll([record('ada', 1), record('ada', 8, { previous: other })], crowd);
    const alone = hear(between, annulment('ada 1', false));
    expect(storyOf(alone)).toMatchObject({ times: 1, fallen: [{ previous: { value: '7' } }] });
  });

  it('[UI46] what made it a breakthrough goes with the one that was', () => {
    const queue = hearAll([record('ada', 1), record('ada', 2, { breakthrough: true })], crowd);
    expect(storyOf(queue)).toMatchObject({ breakthrough: true });
    expect(storyOf(hear(queue, annulment('ada 2')))).toMatchObject({ breakthrough: false });
  });

  it('[UI46] of a long group the older are told as well, when the newest ones are annulled', () => {
    const taken = Array.from({ length: 10 }, (_, at) => annulment(`ada ${60 - at}`));
    const left = hearAll([...taken, annulment('ada 5', false)], group(60));
    expect(storyOf(left)).toMatchObject({ result: 'ada 50', times: 49 });
    expect(storyOf(left)).toMatchObject({ fallen: [{ previous: { value: '0' } }] });
    const story = storyOf(left);
    const folded = story?.kind === 'record' ? story.folded : [];
    expect(folded).toHaveLength(48);
    expect(folded).not.toContain('ada 5');
  });

  it('[UI46] what was annulled after another took its record is not celebrated, either', () => {
    const queue = hearAll([record('ada', 1), record('bo', 2), annulment('ada 1', false)]);
    expect(queue.waiting).toMatchObject([{ kind: 'record', result: 'bo 2' }]);
  });

  it('[UI46] a correction that leaves the value as it was leaves the record to be celebrated', () => {
    const correction = (before: string, value: string): Happening => ({
      ...told,
      kind: 'correction',
      unit: 'ada',
      result: 'ada 1',
      before,
      value,
      reason: 'another note',
      lost: [],
    });
    const queue = hearAll([record('ada', 1)]);
    expect(hear(queue, correction('1', '1'))).toBe(queue);
    expect(hear(queue, correction('1', '0.5')).waiting).toEqual([]);
  });

  it('[UI46] a verification takes the mark off the one that is verified', () => {
    const verified = { kind: 'verification', unit: 'ada', result: 'ada 2', value: '2' } as const;
    const queue = hear(group(3), { ...told, ...verified });
    expect(storyOf(queue)).toMatchObject({ result: 'ada 3', provisional: true });
    expect(storyOf(hear(queue, annulment('ada 3')))).toMatchObject({ provisional: false });
  });
});
