/**
 * An OpenID Connect provider in a process of its own: tests tell it over the parent's channel where
 * answers go, and in which groups people are. Whoever types a name is that person.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const client = { id: 'board', secret: 'secret-of-the-board-at-the-provider' };
/** What the parent says: where it is reached first, and groups whenever they change. */
export type Said = { redirectUri: string } | { person: string; groups: string[] };

const groups = new Map<string, string[]>();

function createProvider(issuer: string, redirectUri: string): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'groups'],
    features: { devInteractions: { enabled: true } },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    pkce: { required: () => true },
    cookies: { keys: ['a key of this test'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: `${sub} of the provider`, groups: groups.get(sub) ?? [] }),
    }),
  });
}

if (process.send) {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    // A TCP server that listens has an address with a port.
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.on('message', (said: Said) => {
      if ('redirectUri' in said) {
        const answer = createProvider(issuer, said.redirectUri).callback();
        server.on('request', (request, response) => void answer(request, response));
      } else groups.set(said.person, said.groups);
      process.send?.('done');
    });
    process.send?.({ issuer });
  });
}
