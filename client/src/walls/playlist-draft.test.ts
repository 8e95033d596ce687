import { playlistBodySchema } from '@emulation/shared';
import { expect, it } from 'vitest';
import {
  addItem,
  bodyOf,
  changeItem,
  draftOf,
  moveItem,
  removeItem,
  toggled,
} from './playlist-draft.ts';

const body = playlistBodySchema.parse({
  name: 'Shifts',
  sound: true,
  items: [
    { show: { scene: 'ranking' }, daysOfWeek: [1, 2], from: '06:00', sectors: ['north'] },
    { show: { scene: 'pulse' }, seconds: 30, to: '06:00' },
    { show: { scene: 'records' } },
  ],
});

it('[DP18] a playlist that is opened and saved unchanged says the same', () => {
  expect(bodyOf(draftOf({ id: 'shifts', ...body }))).toEqual(body);
  const empty = bodyOf(draftOf(undefined));
  expect(playlistBodySchema.parse({ ...empty, name: 'New' })).toEqual({ ...empty, name: 'New' });
});

it('[DP18] scenes are moved to any place, added and removed, and keep what was said of them', () => {
  const scenes = (draft: ReturnType<typeof draftOf>) =>
    draft.items.map(({ show }) => show.scene).join(' ');
  const draft = draftOf({ id: 'shifts', ...body });
  expect(scenes(moveItem(draft, 2, 0))).toBe('records ranking pulse');
  expect(scenes(moveItem(draft, 0, 1))).toBe('pulse ranking records');
  expect(scenes(moveItem(draft, 0, 99))).toBe('pulse records ranking');
  expect(scenes(moveItem(draft, 1, -5))).toBe('pulse ranking records');
  expect(moveItem(draft, 77, 0)).toBe(draft);
  const more = addItem(removeItem(draft, 1));
  expect(scenes(more)).toBe('ranking records ranking');
  expect(new Set(more.items.map(({ key }) => key)).size).toBe(3);
});

it('[DP18] days are said in their order, and sectors only where a ranking takes them', () => {
  let draft = draftOf({ id: 'shifts', ...body });
  draft = changeItem(draft, 0, { days: toggled(toggled([5], 1), 3) });
  expect(bodyOf(draft).items[0]?.daysOfWeek).toEqual([1, 3, 5]);
  draft = changeItem(draft, 0, { show: { scene: 'pulse' } });
  expect(bodyOf(draft).items[0]).not.toHaveProperty('sectors');
  expect(toggled([1, 2], 1)).toEqual([2]);
});
