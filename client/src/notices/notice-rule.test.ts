import { describe, expect, it } from 'vitest';
import { decideNotice, isQuiet, usualSettings } from './notice-rule.ts';

const minute = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** A device's clock that a test turns; news is as old as `age`. */
function hear(toldAt: readonly number[], now: number, time = '12:00', age = 0) {
  return decideNotice(usualSettings, now - age, toldAt, { now, minute: minute(time) });
}

describe('when a notice is told', () => {
  it('[PO14] at most so many times within any hour, by the device’s own clock', () => {
    const told: number[] = [];
    const heard = Array.from({ length: 120 }, (_, at) => {
      const now = at * 60_000;
      const decision = hear(told, now);
      if (decision === 'tell') told.push(now);
      return decision;
    });
    expect(told.map((at) => at / 60_000)).toEqual([0, 1, 2, 3, 60, 61, 62, 63]);
    expect(heard[4]).toBe('often');
  });

  it('[PO14] never in the quiet hours, which may go over midnight', () => {
    expect(hear([], 0, '21:59')).toBe('tell');
    expect(hear([], 0, '22:00')).toBe('quiet');
    expect(hear([], 0, '05:59')).toBe('quiet');
    expect(hear([], 0, '06:00')).toBe('tell');
    const noon = { ...usualSettings, quietFrom: '12:00', quietTo: '13:00' };
    expect(['11:59', '12:00', '13:00'].map((time) => isQuiet(noon, minute(time)))).toEqual([
      false,
      true,
      false,
    ]);
    expect(isQuiet({ ...usualSettings, quietFrom: '00:00', quietTo: '00:00' }, 0)).toBe(false);
  });

  it('[PO14] not at all when switched off, and not long after it happened', () => {
    const off = { ...usualSettings, isOn: false };
    expect(decideNotice(off, 0, [], { now: 0, minute: 720 })).toBe('off');
    expect(hear([], 1_000_000, '12:00', 120_001)).toBe('late');
    expect(hear([], 1_000_000, '12:00', 119_000)).toBe('tell');
  });
});
