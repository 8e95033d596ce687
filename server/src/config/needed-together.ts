const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Half a provider is none: each of the three needs the others. */
export function providerProblems(config: Record<string, unknown>): string[] {
  const isAny = needed.some((name) => config[name] !== undefined);
  return needed
    .filter((name) => isAny && config[name] === undefined)
    .map((name) => `${name}: is needed where another of ${needed.join(', ')} is set`);
}
