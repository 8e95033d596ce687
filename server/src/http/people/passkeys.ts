import { accountAnswerSchema } from '@emulation/shared';
import { z } from 'zod';
import { invalid } from '../../errors/recognition.ts';
import { Refusal } from '../../errors/refusal.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { setCookies } from '../set-cookies.ts';
import { requirePerson } from './account.ts';
import { noteOwnAct } from './own-act.ts';
import { authHeaders, authOf, credentialBody, isRefused, optionsAnswer } from './sign-in.ts';

const tags = ['account'];
const passkeyParams = z.object({ passkey: z.string() });

/** Keys of the own phone or computer, to sign in without a password. */
export function passkeyRoutes(api: Api, deps: HttpDeps): void {
  api.post('/account/passkeys/options', {
    schema: {
      tags,
      summary: 'What a new passkey is made from',
      description: 'For `navigator.credentials.create`; it is good for a few minutes and once.',
      response: answers({ 200: optionsAnswer }),
    },
    handler: async (request, reply) => {
      requirePerson(request);
      const auth = await authOf(deps, request);
      const { headers, response } = await auth.api.generatePasskeyRegistrationOptions({
        headers: authHeaders(request),
        returnHeaders: true,
      });
      setCookies(deps, request, reply, headers);
      return { ...response };
    },
  });

  keepRoutes(api, deps);
}

function keepRoutes(api: Api, deps: HttpDeps): void {
  const { people } = deps.identity;
  api.post('/account/passkeys', {
    schema: {
      tags,
      summary: 'Keep a passkey',
      description: 'With what the browser made of the options.',
      body: credentialBody,
      response: answers({ 200: accountAnswerSchema }),
    },
    handler: async (request) => {
      const by = requirePerson(request);
      const auth = await authOf(deps, request);
      try {
        await auth.api.verifyPasskeyRegistration({
          body: request.body,
          headers: authHeaders(request),
        });
      } catch (error) {
        if (!isRefused(error)) throw error;
        throw invalid([{ path: 'response', message: 'is no passkey made from the last options' }]);
      }
      const account = await people.account(by.person);
      if (!account) throw new Refusal('unknown-person');
      await noteOwnAct(request, deps, { by, act: 'own-passkey-added' });
      return account;
    },
  });

  api.delete('/account/passkeys/:passkey', {
    schema: {
      tags,
      summary: 'Forget a passkey',
      description: 'Nobody can sign in with it any more; who is signed in stays so.',
      params: passkeyParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const by = requirePerson(request);
      const { passkey: id } = request.params;
      if (!(await people.forgetPasskey(by.person, id))) throw new Refusal('unknown-device');
      await noteOwnAct(request, deps, { by, act: 'own-passkey-removed', id });
      return reply.code(204).send();
    },
  });
}
