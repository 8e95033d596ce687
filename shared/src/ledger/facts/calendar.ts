import { z } from 'zod';
import { pulsePeriodSchema } from '../../vocabulary/calendar.ts';
import { replacesSchema as replaces } from './replaces.ts';

/** Which days the board works. */
export const calendarFacts = [
  z.strictObject({
    type: z.literal('calendar.put'),
    /** ISO: 1 is Monday. Ascending. */
    workdays: z.array(z.int()),
    /** By date. */
    holidays: z.array(z.strictObject({ date: z.string(), name: z.string().optional() })),
    period: pulsePeriodSchema,
    replaces,
  }),
] as const;
