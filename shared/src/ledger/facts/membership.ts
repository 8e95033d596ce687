import { z } from 'zod';
import { memberRoleSchema } from '../../vocabulary/member.ts';
import { replacesSchema as replaces } from './replaces.ts';

const role = { role: memberRoleSchema, units: z.array(z.string()).optional() };

/**
 * Who may do what on the board. A person is an opaque id: names live where people sign in and
 * never in a ledger, so that a name can be erased while the chain still verifies.
 */
export const membershipFacts = [
  z.strictObject({
    type: z.literal('member.set'),
    person: z.string(),
    ...role,
    /** The one that was accepted. */
    invitation: z.string().optional(),
    /** The group of the identity provider that brought it: leaving the group takes it away. */
    group: z.string().optional(),
    replaces,
  }),
  z.strictObject({
    type: z.literal('member.removed'),
    person: z.string(),
    /** Their account is gone as well, with the name: nothing tells any more who they were. */
    erased: z.boolean().optional(),
  }),
  /** That a link was given out; the link itself is known to whoever has it. */
  z.strictObject({
    type: z.literal('invitation.made'),
    id: z.string(),
    ...role,
    uses: z.int(),
    expiresAt: z.string(),
  }),
  z.strictObject({ type: z.literal('invitation.withdrawn'), id: z.string() }),
  z.strictObject({ type: z.literal('sign-in.ruled'), days: z.int(), replaces }),
] as const;
