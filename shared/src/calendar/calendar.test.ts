import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, isCalendarDate, parseTime } from './date.ts';
import { monthOf, weekOf } from './period.ts';
import { createZone, isTimeZone } from './zone.ts';

describe('the calendar', () => {
  it('[FD15] a day begins where the zone says, through summer time and skipped midnights', () => {
    const start = (zone: string, date: string) =>
      new Date(createZone(zone).startOfDay(dayNumber(date))).toISOString();
    expect(start('Europe/Paris', '2026-01-15')).toBe('2026-01-14T23:00:00.000Z');
    expect(start('Europe/Paris', '2026-07-15')).toBe('2026-07-14T22:00:00.000Z');
    expect(start('Asia/Kathmandu', '2026-07-15')).toBe('2026-07-14T18:15:00.000Z');
    // In Cairo summer time begins at midnight: the day begins at 01:00 local.
    expect(start('Africa/Cairo', '2024-04-26')).toBe('2024-04-25T22:00:00.000Z');
  });

  it('[FD16] every instant of a day lies on that day', () => {
    for (const name of ['Europe/Paris', 'America/New_York', 'Asia/Seoul', 'Australia/Lord_Howe']) {
      const zone = createZone(name);
      for (let day = dayNumber('2026-01-01'); day < dayNumber('2027-01-01'); day++) {
        expect(zone.dayAt(zone.startOfDay(day))).toBe(day);
        expect(zone.dayAt(zone.startOfDay(day) - 1)).toBe(day - 1);
      }
    }
  });

  it('[FD16] at any moment, on days of a change as well, the day is the one a clock there shows', () => {
    for (const name of ['Africa/Casablanca', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Tehran']) {
      const zone = createZone(name);
      const clock = new Intl.DateTimeFormat('en-CA', { timeZone: name, dateStyle: 'short' });
      const from = Date.UTC(2011, 0, 1);
      for (let at = from; at < from + 400 * 86_400_000; at += 1_777_777)
        expect(dateOfDay(zone.dayAt(at))).toBe(clock.format(at));
    }
  });

  it('[FD15] a time in a fact is read as a date object reads it', () => {
    const times = [
      '1970-01-01T00:00:00.000Z',
      '2024-02-29T23:59:59.999Z',
      '0050-03-01T12:00:00.000Z',
    ];
    for (const text of [...times, '2026-11-24T21:48:28.123Z', '2026-11-24T21:48:28+01:00'])
      expect(parseTime(text)).toBe(Date.parse(text));
  });

  it('[FD17] weeks are ISO weeks and months calendar months', () => {
    const show = ({ from, to }: { from: number; to: number }) => [dateOfDay(from), dateOfDay(to)];
    expect(show(weekOf(dayNumber('2026-11-22')))).toEqual(['2026-11-16', '2026-11-22']);
    expect(show(weekOf(dayNumber('1969-12-30')))).toEqual(['1969-12-29', '1970-01-04']);
    expect(show(monthOf(dayNumber('2028-02-10')))).toEqual(['2028-02-01', '2028-02-29']);
  });

  it('[FD18] only dates and zones that exist are accepted', () => {
    expect(['2026-02-28', '2024-02-29'].every(isCalendarDate)).toBe(true);
    expect(['2026-02-30', '2026-13-01', '26-1-1', '2026-02-28T00:00'].some(isCalendarDate)).toBe(
      false,
    );
    expect([isTimeZone('Europe/Paris'), isTimeZone('Mars/Base'), isTimeZone('')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
