import { describe, expect, it } from 'vitest';
import { createZone } from '../calendar/zone.ts';
import { dueItems, isDue, localTime, weekSpans, type DueWindow } from './schedule.ts';

const hourMs = 3_600_000;
const workdays = [1, 2, 3, 4, 5];

/** Hours of a span, as `day HH:MM`, in which an item is due, on a fake clock that walks through it. */
function dueAt(zoneName: string, from: string, to: string, window: DueWindow): string[] {
  const zone = createZone(zoneName);
  const shown: string[] = [];
  for (let now = Date.parse(from); now < Date.parse(to); now += hourMs / 2) {
    const local = localTime(zone, now);
    if (isDue(window, local)) shown.push(new Date(now).toISOString().slice(5, 16));
  }
  return shown;
}

describe('the schedule of a playlist', () => {
  it('[DP2] a week on a clock: workdays, shifts, a night shift over midnight, weekends', () => {
    const items: DueWindow[] = [
      { daysOfWeek: workdays, from: '06:00', to: '14:00' },
      { daysOfWeek: workdays, from: '14:00', to: '22:00' },
      { daysOfWeek: [5], from: '22:00', to: '06:00' },
      { daysOfWeek: [6, 7] },
    ];
    const zone = createZone('Europe/Paris');
    const counts = new Map<string, number>();
    // Monday 2026-06-01 00:00 in Paris, minute by minute for seven days.
    const start = Date.parse('2026-05-31T22:00:00Z');
    for (let minute = 0; minute < 7 * 1440; minute++) {
      const due = dueItems(items, localTime(zone, start + minute * 60_000)).join('+');
      counts.set(due, (counts.get(due) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      '0': 5 * 8 * 60,
      '1': 5 * 8 * 60,
      '2': 2 * 60,
      // Friday's night shift is at work on Saturday until six, beside what weekends show.
      '2+3': 6 * 60,
      '3': (48 - 6) * 60,
      '': (4 * 8 + 6) * 60,
    });
  });

  it('[DP2] a window ends as it begins: the first minute is in it, the last one is not', () => {
    const window = { from: '07:30', to: '09:00' };
    const at = (minute: number) => isDue(window, { weekday: 3, minute });
    expect([at(449), at(450), at(539), at(540)]).toEqual([false, true, true, false]);
    expect(isDue({ from: '22:00' }, { weekday: 1, minute: 1439 })).toBe(true);
    expect(isDue({ from: '22:00' }, { weekday: 2, minute: 0 })).toBe(false);
    expect(isDue({ to: '06:00' }, { weekday: 2, minute: 0 })).toBe(true);
  });

  it('[DP2] a night over midnight belongs to the day it began on, over the end of the week too', () => {
    const night = { daysOfWeek: [7], from: '22:00', to: '04:00' };
    const at = (weekday: number, hour: number) => isDue(night, { weekday, minute: hour * 60 });
    expect([at(7, 3), at(7, 23), at(1, 3), at(1, 4), at(1, 23)]).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('[DP3] where the clock goes forward the hour that is left out has no window in it', () => {
    // Paris, 2026-03-29: 02:00 becomes 03:00.
    const [from, to] = ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'] as const;
    expect(dueAt('Europe/Paris', from, to, { from: '02:00', to: '03:00' })).toEqual([]);
    expect(dueAt('Europe/Paris', from, to, { from: '01:30', to: '03:30' })).toEqual([
      '03-29T00:30',
      '03-29T01:00',
    ]);
  });

  it('[DP3] where the clock goes back an hour that comes twice is in its window twice', () => {
    // Paris, 2026-10-25: 03:00 becomes 02:00.
    const [from, to] = ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'] as const;
    expect(dueAt('Europe/Paris', from, to, { from: '02:00', to: '03:00' })).toEqual([
      '10-25T00:00',
      '10-25T00:30',
      '10-25T01:00',
      '10-25T01:30',
    ]);
  });

  it('[DP3] the day of the week is that of the board’s zone', () => {
    const monday = { daysOfWeek: [1] };
    const at = Date.parse('2026-06-01T00:30:00Z');
    const isMonday = (zone: string) => isDue(monday, localTime(createZone(zone), at));
    expect(isMonday('Europe/Paris')).toBe(true);
    expect(isMonday('America/New_York')).toBe(false);
    expect(localTime(createZone('Asia/Kathmandu'), at)).toEqual({ weekday: 1, minute: 375 });
  });

  it('[DP4] the week of a playlist has no gap, and says when the wall chooses for itself', () => {
    const spans = weekSpans([
      { daysOfWeek: [1], from: '06:00', to: '14:00' },
      { daysOfWeek: [1], from: '10:00', to: '18:00' },
    ]);
    expect(spans.filter(({ weekday }) => weekday === 1)).toEqual([
      { weekday: 1, fromMinute: 0, toMinute: 360, items: [] },
      { weekday: 1, fromMinute: 360, toMinute: 600, items: [0] },
      { weekday: 1, fromMinute: 600, toMinute: 840, items: [0, 1] },
      { weekday: 1, fromMinute: 840, toMinute: 1080, items: [1] },
      { weekday: 1, fromMinute: 1080, toMinute: 1440, items: [] },
    ]);
    const minutes = spans.reduce((sum, one) => sum + one.toMinute - one.fromMinute, 0);
    expect(minutes).toBe(7 * 1440);
    expect(spans.filter(({ weekday }) => weekday === 2)).toHaveLength(1);
  });
});
