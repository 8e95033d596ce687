import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins';
import type { ProviderSettings } from '../../config/provider.ts';
import { baseOptions, type AuthOptions } from './auth.ts';
import { boardPlugin } from './board-plugin.ts';

export interface ProviderAuthOptions {
  settings: ProviderSettings;
  /** Told what the provider says of whoever signs in, once it is verified. */
  note: (claims: Record<string, unknown>) => void;
}

/** Nothing is asked of the provider later: what it gave for that is not kept. */
const withoutTokens = { accessToken: null, refreshToken: null, idToken: null };

/**
 * An address that can never exist, one for each person of the provider. By a real one an account
 * could be taken over: whoever runs a provider may claim any.
 */
function addressOf(issuer: string, subject: unknown): string {
  const hash = createHash('sha256')
    .update(`${issuer} ${String(subject)}`)
    .digest('hex');
  return `${hash.slice(0, 40)}@person.invalid`;
}

function nameOf({ name, preferred_username: username }: Record<string, unknown>): string {
  const given = [name, username].filter((one) => typeof one === 'string');
  const found = given.map((one) => one.trim()).find((one) => one !== '');
  return (found ?? '?').slice(0, 80);
}

/**
 * The library of accounts for signing in with a provider, on the same tables. It stands by itself:
 * a provider that does not answer keeps nobody from a password or a passkey.
 */
export function createProviderAuth(options: AuthOptions, { settings, note }: ProviderAuthOptions) {
  const { issuer, clientId, clientSecret, scopes } = settings;
  const base = baseOptions(options);
  return betterAuth({
    ...base,
    onAPIError: { errorURL: `${options.origin}/sign-in` },
    account: { updateAccountOnSignIn: false, accountLinking: { enabled: false } },
    databaseHooks: {
      ...base.databaseHooks,
      account: {
        create: { before: async (account) => ({ data: { ...account, ...withoutTokens } }) },
      },
    },
    plugins: [
      boardPlugin,
      genericOAuth({
        config: [
          {
            providerId: 'provider',
            discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
            requireIdTokenVerification: true,
            clientId,
            clientSecret,
            scopes,
            redirectURI: `${options.origin}/api/v1/sign-in/provider/callback`,
            mapProfileToUser: (claims) => {
              note(claims);
              return { email: addressOf(issuer, claims.sub), name: nameOf(claims) };
            },
          },
        ],
      }),
    ],
  });
}
export type ProviderAuth = ReturnType<typeof createProviderAuth>;
