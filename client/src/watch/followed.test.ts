import { expect, it } from 'vitest';
import { mostFollowed, readFollowed, toggleFollowed } from './followed.ts';

it('[SP15] a device follows a few units, and forgets what it does not understand', () => {
  expect(toggleFollowed(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggleFollowed(['a', 'b'], 'a')).toEqual(['b']);
  const many = ['a', 'b', 'c', 'd', 'e'].reduce(toggleFollowed, [] as string[]);
  expect(many).toHaveLength(mostFollowed);
  expect(many).not.toContain('a');
  expect(readFollowed(null)).toEqual([]);
  expect(readFollowed('{broken')).toEqual([]);
  expect(readFollowed('["a", 7]')).toEqual(['a']);
});
