import { expect, it } from 'vitest';
import { enqueue, type RecordStory } from './record-queue.ts';

const story = (result: string, scope: 'board' | 'sector') =>
  ({ kind: 'record', result, scope }) as RecordStory;

it('[OT13] a result is told once, by the widest of its records; what waits is bounded', () => {
  const both = enqueue(enqueue([], story('a', 'sector')), story('a', 'board'));
  expect(both).toEqual([story('a', 'board')]);
  expect(enqueue(both, story('a', 'sector'))).toEqual(both);
  const many = Array.from({ length: 20 }, (_, i) => story(String(i), 'board'));
  expect(many.reduce<RecordStory[]>(enqueue, []).map(({ result }) => result)[0]).toBe('12');
});
