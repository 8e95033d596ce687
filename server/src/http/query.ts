import { dayNumber, isCalendarDate } from '@emulation/shared';
import { z } from 'zod';
import { invalid } from '../errors/recognition.ts';

/** A calendar date of the board's zone, to its day number. */
export const daySchema = z
  .string()
  .refine(isCalendarDate, { error: 'must be a date such as 2026-06-30' })
  .transform(dayNumber);

const timeSchema = z.iso.datetime({ error: 'must be a UTC time such as 2026-06-30T14:00:00Z' });

/** A UTC time, to ms since the epoch. */
export const momentSchema = timeSchema.transform((text) => Date.parse(text));

export function wholeLimitSchema(max: number) {
  const error = `must be a whole number from 1 to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().min(1, { error }).max(max, { error }));
}

export function limitSchema(fallback: number, max: number) {
  return wholeLimitSchema(max).default(fallback);
}

export const flagSchema = z
  .enum(['true', 'false', '1', '0'])
  .default('false')
  .transform((text) => text === 'true' || text === '1');

export const previewQuerySchema = z.strictObject({
  preview: flagSchema.describe('Says what would change and changes nothing.'),
});

export function refuseReversed({
  from,
  to,
}: {
  from?: number | undefined;
  to?: number | undefined;
}) {
  if (from !== undefined && to !== undefined && from > to)
    throw invalid([{ path: 'to', message: 'lies before `from`' }]);
}

/** A text as a cursor that nobody is tempted to take apart, and back. */
export const encodeCursor = (parts: readonly number[]): string =>
  Buffer.from(parts.join(' ')).toString('base64url');

export function decodeCursor(cursor: string, length: number): number[] | undefined {
  const parts = Buffer.from(cursor, 'base64url').toString('latin1').split(' ').map(Number);
  const isSound = parts.length === length && parts.every(Number.isSafeInteger);
  return isSound && encodeCursor(parts) === cursor ? parts : undefined;
}
