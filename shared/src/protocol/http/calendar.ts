import { z } from 'zod';
import { pulsePeriodSchema } from '../../vocabulary/calendar.ts';

export const calendarAnswerSchema = z
  .object({
    workdays: z.array(z.int()),
    holidays: z.array(z.object({ date: z.string(), name: z.string().optional() })),
    period: pulsePeriodSchema,
  })
  .meta({ id: 'Calendar' });
export type CalendarAnswer = z.infer<typeof calendarAnswerSchema>;
