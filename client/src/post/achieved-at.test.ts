import { describe, expect, it } from 'vitest';
import { achievedAtOf, whenOf } from './achieved-at.ts';

const now = Date.parse('2026-11-24T23:30:00Z');
const paris = 'Europe/Paris';

describe('when it was achieved', () => {
  it('[UI63] now is the server’s time while it is live, and the device’s otherwise', () => {
    expect(achievedAtOf({ kind: 'now' }, paris, now, true)).toBeUndefined();
    expect(achievedAtOf({ kind: 'now' }, paris, now, false)).toBe('2026-11-24T23:30:00.000Z');
  });

  it('[UI63] yesterday and a date are days of the board’s zone', () => {
    expect(achievedAtOf({ kind: 'yesterday' }, paris, now, true)).toBe('2026-11-24');
    expect(achievedAtOf({ kind: 'yesterday' }, 'America/New_York', now, true)).toBe('2026-11-23');
    expect(achievedAtOf({ kind: 'at', date: '2026-11-02', time: '' }, paris, now, true)).toBe(
      '2026-11-02',
    );
  });

  it('[UI63] earlier today is an hour of the board’s today', () => {
    const at = (timeZone: string) =>
      achievedAtOf({ kind: 'today', time: '06:15' }, timeZone, now, true);
    expect(at(paris)).toBe('2026-11-25T05:15:00.000Z');
    expect(at('America/New_York')).toBe('2026-11-24T11:15:00.000Z');
  });

  it('[UI67] a moment that was posted comes back as the date and time it was', () => {
    for (const when of [
      { kind: 'now' },
      { kind: 'at', date: '2026-11-02', time: '' },
      { kind: 'at', date: '2026-11-02', time: '14:05' },
    ] as const)
      expect(whenOf(achievedAtOf(when, paris, now, true), paris)).toEqual(when);
  });

  it('[UI63] a time is what the board’s clock showed, also on the days the clock changes', () => {
    const at = (date: string, time: string) =>
      achievedAtOf({ kind: 'at', date, time }, paris, now, true);
    expect(at('2026-11-24', '14:05')).toBe('2026-11-24T13:05:00.000Z');
    expect(at('2026-03-29', '04:00')).toBe('2026-03-29T02:00:00.000Z');
    expect(at('2026-10-25', '01:00')).toBe('2026-10-24T23:00:00.000Z');
    expect(at('2026-10-25', '12:00')).toBe('2026-10-25T11:00:00.000Z');
  });
});
