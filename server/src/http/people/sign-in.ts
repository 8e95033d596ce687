import { sessionAnswerSchema } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { tooMany } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { originOf } from '../origin-of.ts';
import { answerOf } from '../session.ts';
import { setCookies } from '../set-cookies.ts';

const tags = ['session'];
const passwordBody = z.strictObject({
  name: z.string().min(1).max(60),
  password: z.string().min(1).max(200),
});
/** What a browser's key says of itself: the library reads it. */
export const credentialBody = z.strictObject({
  response: z.looseObject({ id: z.string().max(2000) }),
});
export const optionsAnswer = z.looseObject({ challenge: z.string() });

/** The headers that the library of accounts looks at. */
export function authHeaders({ headers }: FastifyRequest): Headers {
  const own = new Headers();
  for (const name of ['cookie', 'user-agent', 'origin'] as const) {
    const value = headers[name];
    if (value !== undefined) own.set(name, value);
  }
  return own;
}

export const authOf = ({ identity, publicUrl }: HttpDeps, request: FastifyRequest) =>
  identity.store.auth(originOf(request, publicUrl));

/** Guesses are counted by address, and by the name that is tried from many. */
function guessMeter({ identity, clock }: HttpDeps, keys: readonly string[]) {
  return {
    refuse: () => {
      const waits = keys.map((key) => identity.failures.waitSeconds(key, clock.now()));
      if (Math.max(...waits) > 0) throw tooMany(Math.max(...waits));
    },
    note: () => {
      for (const key of keys) identity.failures.note(key, clock.now());
    },
  };
}

type Opened = Promise<{ headers: Headers; response: { user: { id: string } } | null }>;

/** Opens a session, or says no more than that it cannot be opened. */
async function open(deps: HttpDeps, keys: readonly string[], ask: () => Opened) {
  const meter = guessMeter(deps, keys);
  meter.refuse();
  try {
    const { headers, response } = await ask();
    if (response) return { headers, person: response.user.id };
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  meter.note();
  throw new Refusal('wrong-password');
}

/** The library's own refusals; anything else is a fault. */
export function isRefused(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status < 500;
}

async function answerFor(deps: HttpDeps, person: string) {
  const operator = (await deps.identity.people.find([person])).get(person)?.operator ?? false;
  const id = `person:${person}` as const;
  const actor = { kind: 'person', id, person, isOperator: operator, credential: '' } as const;
  return answerOf(actor, deps);
}

export function signInRoutes(api: Api, deps: HttpDeps): void {
  api.post('/sign-in', {
    schema: {
      tags,
      summary: 'Sign in with a name and a password',
      description: 'After twenty wrong ones of an address or a name in a minute: 429.',
      body: passwordBody,
      response: answers({ 200: sessionAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { name, password } = request.body;
      const auth = await authOf(deps, request);
      const keys = [request.ip, `name:${name.toLowerCase()}`];
      const opened = await open(deps, keys, () =>
        auth.api.signInUsername({
          body: { username: name, password },
          headers: authHeaders(request),
          returnHeaders: true,
        }),
      );
      setCookies(deps, request, reply, opened.headers);
      return answerFor(deps, opened.person);
    },
  });
}

export function passkeySignInRoutes(api: Api, deps: HttpDeps): void {
  api.post('/sign-in/passkey/options', {
    schema: {
      tags,
      summary: 'What a passkey is asked to sign',
      description: 'For `navigator.credentials.get`; it is good for a few minutes and once.',
      response: answers({ 200: optionsAnswer }),
    },
    handler: async (request, reply) => {
      const auth = await authOf(deps, request);
      const { headers, response } = await auth.api.generatePasskeyAuthenticationOptions({
        headers: authHeaders(request),
        returnHeaders: true,
      });
      setCookies(deps, request, reply, headers);
      return { ...response };
    },
  });

  api.post('/sign-in/passkey', {
    schema: {
      tags,
      summary: 'Sign in with a passkey',
      description: 'With what the browser made of the options.',
      body: credentialBody,
      response: answers({ 200: sessionAnswerSchema }),
    },
    handler: async (request, reply) => {
      const auth = await authOf(deps, request);
      const opened = await open(deps, [request.ip], () =>
        auth.api.verifyPasskeyAuthentication({
          // The library reads what the browser says, and refuses what it cannot read.
          body: request.body as never,
          headers: authHeaders(request),
          returnHeaders: true,
        }),
      );
      setCookies(deps, request, reply, opened.headers);
      return answerFor(deps, opened.person);
    },
  });
}
