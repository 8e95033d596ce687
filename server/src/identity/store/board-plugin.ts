import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth';
import { z } from 'zod';

/** An invitation as it is kept: of the link there is a hash only. */
export interface InvitationRow {
  id: string;
  board: string;
  role: string;
  /** JSON of unit ids; empty where the role has none. */
  units: string;
  tokenHash: string;
  uses: number;
  usesLeft: number;
  createdAt: Date;
  expiresAt: Date;
  withdrawnAt?: Date | null;
}

/**
 * What the board adds to the library of accounts: stewards of the whole server, when a session was
 * last seen, invitations, and a session for somebody whom an invitation or a set-up link let in.
 */
export const boardPlugin = {
  id: 'board',
  schema: {
    user: {
      fields: {
        operator: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    /** Who was erased, by id alone: an older backup must not bring them back. */
    erasure: { fields: { erasedAt: { type: 'date', required: true } } },
    session: { fields: { seenAt: { type: 'date', required: false, input: false } } },
    invitation: {
      fields: {
        board: { type: 'string', required: true, index: true },
        role: { type: 'string', required: true },
        units: { type: 'string', required: true },
        tokenHash: { type: 'string', required: true, unique: true },
        uses: { type: 'number', required: true },
        usesLeft: { type: 'number', required: true },
        createdAt: { type: 'date', required: true },
        expiresAt: { type: 'date', required: true },
        withdrawnAt: { type: 'date', required: false },
      },
    },
  },
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ person: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.person);
        if (!user) throw new RangeError('there is no such person');
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ session: session.id });
      },
    ),
  },
} satisfies BetterAuthPlugin;
