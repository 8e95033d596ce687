import { z } from 'zod';
import { memberRoleSchema } from '../../vocabulary/member.ts';

const role = { role: memberRoleSchema, units: z.array(z.string()).optional() };

/** A person on a board. Names are told to stewards of the board alone. */
export const memberAnswerSchema = z
  .object({
    person: z.string(),
    /** Absent where the person was erased. */
    name: z.string().optional(),
    ...role,
    since: z.string(),
    /** How they can come back without another invitation. */
    waysIn: z.object({ password: z.boolean(), passkeys: z.int() }),
    group: z
      .string()
      .optional()
      .describe('The group of the identity provider that brought the role.'),
    sessions: z.int(),
    lastSeenAt: z.string().optional(),
  })
  .meta({ id: 'Member' });
export type MemberAnswer = z.infer<typeof memberAnswerSchema>;

export const membersAnswerSchema = z.object({ people: z.array(memberAnswerSchema) });

export const invitationAnswerSchema = z
  .object({
    id: z.string(),
    ...role,
    uses: z.int(),
    usesLeft: z.int(),
    createdAt: z.string(),
    expiresAt: z.string(),
    state: z.enum(['open', 'used', 'expired', 'withdrawn']),
  })
  .meta({ id: 'Invitation' });
export type InvitationAnswer = z.infer<typeof invitationAnswerSchema>;

export const invitationsAnswerSchema = z.object({ invitations: z.array(invitationAnswerSchema) });

/** The link is told once, when it is made: afterwards nobody can read it any more. */
export const newInvitationAnswerSchema = invitationAnswerSchema
  .extend({ token: z.string(), link: z.string() })
  .meta({ id: 'NewInvitation' });
export type NewInvitationAnswer = z.infer<typeof newInvitationAnswerSchema>;

/** Answer of `GET …/addresses`: origins, the likeliest first. */
export const addressesAnswerSchema = z.object({ addresses: z.array(z.string()) });

/** What somebody is invited to, told to whoever has the link. */
export const openedInvitationSchema = z
  .object({
    board: z.object({ id: z.string(), name: z.string() }),
    role: memberRoleSchema,
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    expiresAt: z.string(),
  })
  .meta({ id: 'OpenedInvitation' });
export type OpenedInvitation = z.infer<typeof openedInvitationSchema>;

/** A browser or phone that is signed in. */
export const deviceAnswerSchema = z
  .object({
    id: z.string(),
    /** What the browser says of itself. */
    device: z.string(),
    signedInAt: z.string(),
    lastSeenAt: z.string(),
    expiresAt: z.string(),
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({ id: 'Device' });
export type DeviceAnswer = z.infer<typeof deviceAnswerSchema>;

export const devicesAnswerSchema = z.object({ devices: z.array(deviceAnswerSchema) });

/** A device among those of everybody on a board: also whose it is. */
export const signedInSchema = deviceAnswerSchema
  .extend({
    person: z.string(),
    /** Absent where the account was erased. */
    name: z.string().optional(),
    role: memberRoleSchema,
  })
  .meta({ id: 'SignedIn' });
export type SignedInAnswer = z.infer<typeof signedInSchema>;

export const signedInListSchema = z.object({ sessions: z.array(signedInSchema) });

/** Where an accepted invitation led. */
export const acceptedAnswerSchema = z
  .object({ board: z.string(), role: memberRoleSchema, units: z.array(z.string()) })
  .meta({ id: 'AcceptedInvitation' });
export type AcceptedAnswer = z.infer<typeof acceptedAnswerSchema>;

/** How people can sign in to a server. */
export const waysInAnswerSchema = z
  .object({
    /** An OpenID Connect provider, by the name that a button says. */
    provider: z.object({ name: z.string() }).optional(),
  })
  .meta({ id: 'WaysIn' });
export type WaysInAnswer = z.infer<typeof waysInAnswerSchema>;

/** The own account. */
export const accountAnswerSchema = z
  .object({
    name: z.string(),
    /** What to type beside the password; absent where there is none. */
    signInName: z.string().optional(),
    password: z.boolean(),
    passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.string() })),
  })
  .meta({ id: 'Account' });
export type AccountAnswer = z.infer<typeof accountAnswerSchema>;
