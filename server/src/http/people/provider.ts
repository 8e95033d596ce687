import { waysInAnswerSchema } from '@emulation/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import type { ProviderSignIn } from '../../identity/provider/provider-sign-in.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { originOf } from '../origin-of.ts';
import { setCookies } from '../set-cookies.ts';
import { followGroups } from './group-memberships.ts';
import { authHeaders } from './sign-in.ts';

const tags = ['session'];
/** Providers add parameters of their own; the library reads those it knows. */
const callbackQuery = z.looseObject({
  code: z.string().max(4000).optional().describe('What the provider gave.'),
  state: z.string().max(1000).optional().describe('What this server gave.'),
  error: z.string().max(200).optional().describe('Why the provider let nobody in.'),
});

function requireProvider({ identity }: HttpDeps): ProviderSignIn {
  if (!identity.provider) throw new Refusal('no-provider');
  return identity.provider;
}

function beginRoute(api: Api, deps: HttpDeps): void {
  api.post('/sign-in/provider', {
    schema: {
      tags,
      summary: 'Begin to sign in with the identity provider',
      description: 'The browser goes to `url`, and comes back by itself within ten minutes.',
      response: answers({ 200: z.object({ url: z.string() }) }),
    },
    handler: async (request, reply) => {
      const provider = requireProvider(deps);
      const origin = originOf(request, deps.publicUrl);
      const begun = await provider.begin(origin, authHeaders(request));
      if (begun.kind === 'unavailable') throw new Refusal('provider-unavailable');
      setCookies(deps, request, reply, begun.headers);
      return { url: begun.url };
    },
  });
}

/** To the page for signing in, which says what happened: this answer is one that people see. */
const toPage = (reply: FastifyReply, outcome: string) =>
  reply.redirect(`/sign-in?outcome=${outcome}`);

/** Whether there is a board that somebody is anything on. */
function isAnywhere({ boards }: HttpDeps, person: string): boolean {
  return boards.all().some(({ state }) => state.books.members.people.has(person));
}

async function finish(deps: HttpDeps, request: FastifyRequest, reply: FastifyReply) {
  const provider = requireProvider(deps);
  const query = Object.fromEntries(
    Object.entries(request.query as Record<string, unknown>).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  );
  const origin = originOf(request, deps.publicUrl);
  const finished = await provider.finish(origin, query, authHeaders(request));
  if (finished.kind === 'refused') {
    request.log.warn({ why: finished.why }, 'signing in with the provider was refused');
    return toPage(reply, finished.why);
  }
  const known = await deps.identity.sessions.personOf(finished.cookie);
  if (!known) return toPage(reply, 'failed');
  const { person } = known;
  const { roles } = provider.settings;
  await followGroups(deps, { person, groups: finished.groups, roles });
  setCookies(deps, request, reply, finished.headers);
  return toPage(reply, known.isOperator || isAnywhere(deps, person) ? 'signed-in' : 'no-role');
}

/** Signing in with an OpenID Connect provider, where the configuration names one. */
export function providerRoutes(api: Api, deps: HttpDeps): void {
  api.get('/sign-in', {
    schema: {
      tags,
      summary: 'How people can sign in here',
      description: 'Beside a password and a passkey: with an identity provider, by its name.',
      response: answers({ 200: waysInAnswerSchema }),
    },
    handler: async () => {
      const name = deps.identity.provider?.settings.name;
      return name === undefined ? {} : { provider: { name } };
    },
  });

  beginRoute(api, deps);

  api.get('/sign-in/provider/callback', {
    schema: {
      tags,
      summary: 'Where the identity provider sends the browser back to',
      description:
        'It opens a session, makes the person on every board what their groups say, and leads to ' +
        'the page for signing in, whose `outcome` says what happened.',
      querystring: callbackQuery,
      response: answers({ 302: z.undefined() }),
    },
    handler: async (request, reply) => finish(deps, request, reply),
  });
}
