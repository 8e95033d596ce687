import type { AuditRow } from '@emulation/shared';
import { z } from 'zod';
import type { OriginNote } from '../../audit/origins.ts';
import { isOfPerson } from '../../identity/actor.ts';
import type { StoredEntry } from '../../ledger/ledger.ts';
import { limitSchema, momentSchema } from '../query.ts';

const word = (about: string) => z.string().trim().max(200).optional().describe(about);

export const auditFilterQuery = z.strictObject({
  who: word('A part of the actor or of the person’s name.'),
  kind: word('The type of the fact, or its family: `result.posted`, `result`.'),
  from: momentSchema.optional().describe('Acts received at this time or later.'),
  to: momentSchema.optional().describe('Acts received before this time.'),
  text: word('A part of anything in the fact, the address or the browser.'),
});
export type AuditFilter = z.output<typeof auditFilterQuery>;

export const auditQuery = auditFilterQuery.extend({
  before: z
    .string()
    .regex(/^\d{1,15}$/, { error: 'must be a position: a whole number' })
    .transform(Number)
    .optional()
    .describe('Acts before this position.'),
  limit: limitSchema(50, 200),
});

const holds = (whole: string, part: string | undefined) =>
  part === undefined || whole.toLowerCase().includes(part.toLowerCase());

/** What can be said without asking anybody else: most acts that are not meant end here. */
export function mayMatch({ at, fact }: StoredEntry, { kind, from, to }: AuditFilter): boolean {
  const time = Date.parse(at);
  if (from !== undefined && time < from) return false;
  if (to !== undefined && time >= to) return false;
  return kind === undefined || fact.type === kind || fact.type.startsWith(`${kind}.`);
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
