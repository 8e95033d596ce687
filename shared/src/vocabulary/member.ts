import { z } from 'zod';
import { nameSchema, slugSchema } from './slug.ts';

/** What a person is on a board. */
export const memberRoleSchema = z.enum(['steward', 'leader', 'verifier', 'spectator']);
export type MemberRole = z.infer<typeof memberRoleSchema>;

export const maxLedUnits = 200;

const roleFields = {
  role: memberRoleSchema,
  /** The units that a leader leads. */
  units: z
    .array(slugSchema)
    .min(1, { error: 'name at least one unit' })
    .max(maxLedUnits, { error: `at most ${maxLedUnits} units` })
    .transform((units) => [...new Set(units)].sort())
    .optional(),
};

interface Role {
  role: MemberRole;
  units?: string[] | undefined;
}

function refuseUnitless({ value, issues }: z.core.ParsePayload<Role>): void {
  const wants = value.role === 'leader';
  if (wants === (value.units !== undefined)) return;
  const message = wants ? 'a leader leads at least one unit' : 'only a leader has units';
  issues.push({ code: 'custom', input: value.units, path: ['units'], message });
}

/** Body of `PUT …/people/:person`. */
export const memberBodySchema = z.strictObject(roleFields).check(refuseUnitless);
export type MemberBody = z.output<typeof memberBodySchema>;

export const maxInvitationUses = 500;
export const maxInvitationDays = 366;

/** Body of `POST …/invitations`: whoever has the link becomes this, so often and until then. */
export const invitationBodySchema = z
  .strictObject({
    ...roleFields,
    uses: z.int().min(1).max(maxInvitationUses).default(1),
    days: z.int().min(1).max(maxInvitationDays).default(7),
  })
  .check(refuseUnitless);
export type InvitationBody = z.output<typeof invitationBodySchema>;

export const maxSignedInDays = 366;
export const defaultSignedInDays = 90;

/** Body of `PUT …/sign-in`: how long a phone or browser of a leader stays signed in. */
export const signInRulesSchema = z.strictObject({
  days: z.int().min(1).max(maxSignedInDays),
});
export type SignInRules = z.output<typeof signInRulesSchema>;

export const maxPersonName = 80;

/** What a person is called here: told to stewards of their boards alone. */
export const personNameSchema = nameSchema.max(maxPersonName, {
  error: `at most ${maxPersonName} characters`,
});
