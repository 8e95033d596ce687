import { z } from 'zod';
import { isCalendarDate } from '../calendar/date.ts';
import { nameSchema } from './slug.ts';

const dateSchema = z
  .string()
  .refine(isCalendarDate, { error: 'must be a date such as 2026-05-01' });

const holidaySchema = z.strictObject({ date: dateSchema, name: nameSchema.optional() });
export type Holiday = z.infer<typeof holidaySchema>;

/** Days of the week as ISO numbers them: 1 is Monday, 7 is Sunday. */
const workdaysSchema = z
  .array(z.int().min(1, { error: '1 (Monday) to 7 (Sunday)' }).max(7, { error: '1 to 7' }))
  .min(1, { error: 'at least one day of the week is worked' })
  .max(7)
  .refine((days) => new Set(days).size === days.length, { error: 'names a day twice' })
  .transform((days) => [...days].sort((a, b) => a - b));

const holidaysSchema = z
  .array(holidaySchema)
  .max(2000, { error: 'at most 2000 holidays' })
  .superRefine((holidays, context) => {
    const seen = new Set<string>();
    for (const [at, { date }] of holidays.entries()) {
      if (seen.has(date))
        context.addIssue({ code: 'custom', path: [at, 'date'], message: 'is named twice' });
      seen.add(date);
    }
  })
  .transform((holidays) => [...holidays].sort((a, b) => (a.date < b.date ? -1 : 1)));

export const pulsePeriodSchema = z.enum(['week', 'month']);
/** The span over which standards are reached and plans are met. */
export type PulsePeriod = z.infer<typeof pulsePeriodSchema>;

/** Body of `PUT …/calendar`: which days are worked, and the board's period. */
export const calendarBodySchema = z.strictObject({
  workdays: workdaysSchema.default([1, 2, 3, 4, 5]),
  holidays: holidaysSchema.default([]),
  period: pulsePeriodSchema.default('month'),
});
export type Calendar = z.output<typeof calendarBodySchema>;

/** Monday to Friday, no holidays, by month: what holds until a steward says otherwise. */
export function createCalendar(): Calendar {
  return { workdays: [1, 2, 3, 4, 5], holidays: [], period: 'month' };
}
