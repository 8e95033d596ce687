import type { Environment } from './config.ts';
import type { GroupRole } from './group-role.ts';

/** An OpenID Connect provider that people sign in with. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says. */
  name: string;
  scopes: string[];
  groupsClaim: string;
  roles: readonly GroupRole[];
}

/** `undefined`: nobody signs in with a provider. */
export function providerOf(config: Environment): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = config;
  const { OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: roles = [] } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    return undefined;
  return {
    issuer,
    clientId,
    clientSecret,
    name: config.OIDC_NAME ?? new URL(issuer).host,
    scopes: config.OIDC_SCOPES.split(/\s+/).filter(Boolean),
    groupsClaim: config.OIDC_GROUPS_CLAIM,
    roles,
  };
}
