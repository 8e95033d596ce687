import { describe, expect, it } from 'vitest';
import type { Problem, ResultAnswer } from '../api/client.ts';
import { firstDue, nextLook, placeInLine, seenBy, surplus } from './attempt-order.ts';
import { beginAttempt, hasten, send, settle, type Attempt } from './attempt.ts';

const answer: ResultAnswer = {
  id: 'r',
  seq: 1,
  receivedAt: '',
  state: 'provisional',
  records: [],
  ranking: [],
  overtakes: [],
};
const problem = (status: number): Problem => ({ status, kind: 'k', title: 't', detail: 'd' });
const ana = 'leader:ana';
const ben = 'leader:ben';

const typed = (key: string, typedAt: number, owner: string | null = ana): Attempt =>
  beginAttempt(
    { key, board: 'works', owner, body: { unit: 'u', metric: 'm', value: '1' } },
    typedAt,
  );
const met = (attempt: Attempt, status: number) =>
  settle(send(attempt), { kind: 'problem', problem: problem(status) }, attempt.typedAt);
const done = (attempt: Attempt) => settle(send(attempt), { kind: 'answer', answer }, 0);

const [one, two, three] = [typed('one', 1), typed('two', 2), typed('three', 3)];

describe('the line', () => {
  it('[PO5] goes out in the order in which it was typed, in whatever order it is kept', () => {
    expect(firstDue([three, one, two], ana, 10)?.key).toBe('one');
    expect(firstDue([three, done(one), two], ana, 10)?.key).toBe('two');
    expect(firstDue([done(one)], ana, 10)).toBeUndefined();
    expect(placeInLine([three, done(one), two], three)).toBe(1);
  });

  it('[PO5] one that waits for the network keeps those behind it waiting, and is looked at in time', () => {
    const late = met(one, 0);
    expect(firstDue([late, two], ana, 500)).toBeUndefined();
    expect(nextLook([late, two], ana)).toBe(1_001);
    expect(firstDue([late, two], ana, 1_001)?.key).toBe('one');
    expect(firstDue([hasten(late, 500), two], ana, 500)?.key).toBe('one');
  });

  it('[PO6] one that is refused for good is set aside with its reason, and the rest goes on', () => {
    const refused = met(one, 422);
    expect(refused.state).toMatchObject({ name: 'refused', problem: { status: 422, detail: 'd' } });
    expect(firstDue([refused, two, three], ana, 10)?.key).toBe('two');
  });

  it('[PO5] what a closed tab left half sent is sent again, with its key', () => {
    expect(firstDue([two, send(one)], ana, 10)?.key).toBe('one');
  });

  it('[PO7] only its owner sees it and sends it; what nobody signed for is seen and not sent', () => {
    const all = [one, typed('other', 0, ben), typed('loose', 0, null)];
    expect(firstDue(all, ana, 10)?.key).toBe('one');
    expect(firstDue(all, ben, 10)?.key).toBe('other');
    expect(seenBy(all, ana).map(({ key }) => key)).toEqual(['one', 'loose']);
    expect(seenBy(all, ben).map(({ key }) => key)).toEqual(['other', 'loose']);
    expect(seenBy(all, null).map(({ key }) => key)).toEqual(['loose']);
  });

  it('[UI65] one that needs a sign-in keeps those behind it waiting until somebody has', () => {
    expect(firstDue([met(one, 401), two], ana, 1e9)).toBeUndefined();
    expect(nextLook([met(one, 401), two], ana)).toBe(null);
  });

  it('[UI66] only answered ones ever leave by themselves, the oldest first, of each owner', () => {
    const answered = [1, 2, 3].map((at) => done(typed(`a${at}`, at)));
    const others = [done(typed('b1', 1, ben)), met(one, 400), met(two, 401), met(three, 0)];
    expect(surplus([...answered, ...others], 2).map(({ key }) => key)).toEqual(['a1']);
  });
});
