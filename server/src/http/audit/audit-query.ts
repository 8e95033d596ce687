import { dayNumber, isCalendarDate, type AuditRow, type Zone } from '@emulation/shared';
import { z } from 'zod';
import type { OriginNote } from '../../audit/origins.ts';
import { isOfPerson } from '../../identity/actor.ts';
import type { StoredEntry } from '../../ledger/ledger.ts';
import { limitSchema } from '../query.ts';

const word = (about: string) => z.string().trim().max(200).optional().describe(about);

/** A date of the board's zone or a UTC time: whichever the asker has. */
const boundSchema = z
  .string()
  .refine((text) => isCalendarDate(text) || z.iso.datetime().safeParse(text).success, {
    error: 'must be a date such as 2026-06-30 or a UTC time such as 2026-06-30T14:00:00Z',
  })
  .transform((text) =>
    isCalendarDate(text) ? { day: dayNumber(text) } : { at: Date.parse(text) },
  );

export const auditFilterQuery = z.strictObject({
  who: word('A part of the actor or of the person’s name.'),
  kind: word(
    'The type of the fact, its family, or an act of a desk: `result.posted`, `result`, `wall-shown`.',
  ),
  from: boundSchema
    .optional()
    .describe('Acts received at this time or later, or from this date on.'),
  to: boundSchema
    .optional()
    .describe('Acts received before this time, or until this date is over.'),
  text: word('A part of anything in the fact, the address or the browser.'),
  order: z.enum(['newest', 'oldest']).default('newest').describe('Which of all acts comes first.'),
});
type FilterAsked = z.output<typeof auditFilterQuery>;

/** What is asked for, its bounds in ms since the epoch. */
export type AuditFilter = Omit<FilterAsked, 'from' | 'to'> & {
  from?: number | undefined;
  to?: number | undefined;
};

export function filterIn(zone: Zone, { from, to, ...rest }: FilterAsked): AuditFilter {
  const timeOf = (bound: FilterAsked['from'], daysOn: number) =>
    bound && ('day' in bound ? zone.startOfDay(bound.day + daysOn) : bound.at);
  return { ...rest, from: timeOf(from, 0), to: timeOf(to, 1) };
}

const positionQuery = z
  .string()
  .regex(/^\d{1,15}$/, { error: 'must be a position: a whole number' })
  .transform(Number);

export const auditQuery = auditFilterQuery.extend({
  before: positionQuery.optional().describe('Acts before this position, the newest first.'),
  after: positionQuery.optional().describe('Acts after this position, the oldest first.'),
  limit: limitSchema(50, 200),
});

const holds = (whole: string, part: string | undefined) =>
  part === undefined || whole.toLowerCase().includes(part.toLowerCase());

/** What can be said without asking anybody else: most acts that are not meant end here. */
export function mayMatch({ at, fact }: StoredEntry, { kind, from, to }: AuditFilter): boolean {
  const time = Date.parse(at);
  if (from !== undefined && time < from) return false;
  if (to !== undefined && time >= to) return false;
  if (kind === undefined || fact.type === kind || fact.type.startsWith(`${kind}.`)) return true;
  return fact.type === 'desk.acted' && fact.act === kind;
}

/** What files say in the place of a name. */
export const erasedPerson = 'Erased person';

export function matches(row: AuditRow, { who, text }: AuditFilter): boolean {
  const { actor, name = row.erased ? erasedPerson : '', fact, address = '', agent = '' } = row;
  return (
    holds(`${actor} ${name}`, who) && holds(`${JSON.stringify(fact)} ${address} ${agent}`, text)
  );
}

export function auditRow(
  { seq, at, actor, fact, prev, hash }: StoredEntry,
  { name, origin }: { name: string | undefined; origin: OriginNote | undefined },
): AuditRow {
  const known = origin && { address: origin.address, agent: origin.agent };
  return {
    ...{ seq, at, actor, kind: fact.type, fact, prev, hash },
    ...(name === undefined ? {} : { name }),
    ...(name === undefined && isOfPerson(actor) ? { erased: true } : {}),
    ...known,
  };
}
