import type { Happening } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { isUnheard, noticeFor } from './unit-notice.ts';

const told = { board: 'works', epoch: 'e', seq: 7, n: 1, at: '2026-11-27T10:00:00.000Z' };
const places = { before: 3, after: 2 };

describe('what is news for a unit', () => {
  it('[PO13] that somebody passed it, also by a correction; not that it passed somebody', () => {
    const passed: Happening = {
      ...told,
      ...places,
      kind: 'overtake',
      metric: 'output',
      unit: 'anvil',
      overtaken: ['bellows', 'drill'],
      overtakenBy: [],
    };
    expect(noticeFor(passed, 'drill')).toEqual({
      id: 'e.7.1',
      at: told.at,
      kind: 'overtaken',
      metric: 'output',
      by: 'anvil',
    });
    expect(noticeFor(passed, 'anvil')).toBeUndefined();
    expect(noticeFor(passed, 'chisel')).toBeUndefined();
    const fell: Happening = { ...passed, overtaken: [], overtakenBy: ['chisel'] };
    expect(noticeFor(fell, 'anvil')).toMatchObject({ kind: 'overtaken', by: 'chisel' });
  });

  it('[PO13] that an experience was offered to it, when it was written or later', () => {
    const experience = { experience: 'setup', title: 'Tools first', metric: 'output' };
    const written: Happening = {
      ...told,
      ...experience,
      kind: 'experience-written',
      unit: 'anvil',
      basedOn: null,
      offered: ['drill'],
    };
    expect(noticeFor(written, 'drill')).toMatchObject({ kind: 'offered', from: 'anvil' });
    expect(noticeFor(written, 'anvil')).toBeUndefined();
    const offered: Happening = {
      ...told,
      ...experience,
      kind: 'experience-offered',
      unit: 'chisel',
      from: 'anvil',
    };
    expect(noticeFor(offered, 'chisel')).toMatchObject({ kind: 'offered', experience: 'setup' });
    expect(noticeFor(offered, 'drill')).toBeUndefined();
  });

  it('[PO13] what one result did comes piece by piece: each piece is news once', () => {
    const heard = { heardUntil: told.at, heardSeq: 7, heardN: 1 };
    const piece = (more: object) => ({ ...told, kind: 'record', ...more }) as Happening;
    expect(isUnheard(piece({}), heard)).toBe(false);
    expect(isUnheard(piece({ n: 4 }), heard)).toBe(true);
    expect(isUnheard(piece({ seq: 8 }), heard)).toBe(true);
    expect(isUnheard(piece({ seq: 6, n: 9 }), heard)).toBe(false);
    expect(isUnheard(piece({ at: '2026-11-27T10:00:01.000Z', seq: 1 }), heard)).toBe(true);
    expect(isUnheard(piece({ at: '2026-11-27T09:00:00.000Z', seq: 9 }), heard)).toBe(false);
  });
});
