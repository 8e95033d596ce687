import { passkey } from '@better-auth/passkey';
import { betterAuth, type BetterAuthOptions, type Session } from 'better-auth';
import { username } from 'better-auth/plugins';
import { getMigrations } from 'better-auth/db/migration';
import type { DatabaseSync } from 'node:sqlite';
import type { Pool } from 'pg';
import { boardPlugin } from './board-plugin.ts';
import { sessionCookie } from './session-cookie.ts';

export const minPasswordCharacters = 8;
export const maxPasswordCharacters = 128;

const daySeconds = 24 * 3600;
/** The cookie's; the session itself ends when the board says. */
const cookieDays = 366;

export interface AuthOptions {
  database: DatabaseSync | Pool;
  /** Shared by all nodes of one ledger. */
  secret: string;
  /** The origin people open: passkeys belong to it. */
  origin: string;
  /** How long a person stays signed in, in days. */
  signedInDaysOf: (person: string) => number;
}

/** What holds however people sign in. */
export function baseOptions({ database, secret, origin, signedInDaysOf }: AuthOptions) {
  return {
    appName: 'Emulation board',
    baseURL: origin,
    basePath: '/api/v1/auth',
    secret,
    database,
    telemetry: { enabled: false },
    // What it would log may name people; what matters is logged by whoever calls it.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    session: {
      expiresIn: cookieDays * daySeconds,
      disableSessionRefresh: true,
      // Sensitive acts ask for the password again; a session need not be new as well.
      freshAge: 0,
    },
    advanced: {
      // Whether a cookie is for HTTPS only depends on the request: it is added where it is sent.
      useSecureCookies: false,
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
      cookies: { session_token: { name: sessionCookie, attributes: { sameSite: 'strict' } } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session: Session) => {
            const ms = signedInDaysOf(session.userId) * daySeconds * 1000;
            return { data: { ...session, expiresAt: new Date(Date.now() + ms) } };
          },
        },
      },
    },
  } as const satisfies BetterAuthOptions;
}

/**
 * The library of accounts and sessions, as this server uses it: it is called from routes of our
 * own and never listens itself, so that bodies, problems and limits are those of every route.
 */
export function createAuth(options: AuthOptions) {
  const { origin } = options;
  return betterAuth({
    ...baseOptions(options),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: minPasswordCharacters,
      maxPasswordLength: maxPasswordCharacters,
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 60, usernameValidator: isSignInName }),
      passkey({ rpID: new URL(origin).hostname, rpName: 'Emulation board', origin }),
      boardPlugin,
    ],
  });
}
export type Auth = ReturnType<typeof createAuth>;

/** What somebody types to sign in: letters of any script, digits, and a few marks. */
export function isSignInName(name: string): boolean {
  return /^[\p{L}\p{M}\p{N}._@+-]{2,60}$/u.test(name);
}

/** Brings the tables to what this version of the library and of the board needs. */
export async function migrate(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
}
