import { AsyncLocalStorage } from 'node:async_hooks';
import type { ProviderSettings } from '../../config/provider.ts';
import { sessionCookie } from '../store/session-cookie.ts';
import type { PeopleStore } from '../store/people-store.ts';
import type { ProviderAuth } from '../store/provider-auth.ts';
import { groupsIn } from './group-roles.ts';

/** Why somebody was not signed in: each is told in words of its own. */
export const providerRefusals = ['unavailable', 'state', 'denied', 'failed'] as const;
export type ProviderRefusal = (typeof providerRefusals)[number];

export type Begun = { kind: 'begun'; url: string; headers: Headers } | { kind: 'unavailable' };
export type Finished =
  | { kind: 'signed-in'; headers: Headers; cookie: string; groups: string[] }
  | { kind: 'refused'; why: ProviderRefusal };

/** A provider that has not answered by then is taken as being away. */
const patienceMs = 15_000;
/** Browsers may come by several names of this server. */
const maxOrigins = 20;

class OutOfPatience extends Error {}

async function within<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new OutOfPatience('no answer')), patienceMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Codes of the library for an answer that is not to this browser's question. */
const stateCodes: ReadonlySet<string> = new Set([
  'state_mismatch',
  'state_not_found',
  'state_invalid',
  'issuer_mismatch',
  'nonce_binding_missing',
]);

function refusalOf(code: string): ProviderRefusal {
  if (stateCodes.has(code)) return 'state';
  return code === 'access_denied' ? 'denied' : 'failed';
}

/**
 * Signing in with an OpenID Connect provider. The flow is the library's own: the code with PKCE, a
 * state bound to the browser, a nonce, and an id token verified by the provider's keys.
 */
export class ProviderSignIn {
  readonly settings: ProviderSettings;
  readonly #store: PeopleStore;
  readonly #auths = new Map<string, Promise<ProviderAuth>>();
  /** The groups of the sign-in that is being finished: kept nowhere. */
  readonly #told = new AsyncLocalStorage<{ groups: string[] }>();

  constructor(store: PeopleStore, settings: ProviderSettings) {
    this.#store = store;
    this.settings = settings;
  }

  /** Where the browser is to go, and the cookie that binds the answer to it. */
  async begin(origin: string, headers: Headers): Promise<Begun> {
    const auth = await this.#auth(origin);
    const page = `${origin}/sign-in`;
    const body = { provider: 'provider', callbackURL: page, errorCallbackURL: page };
    try {
      const asked = auth.api.signInSocial({ body, headers, returnHeaders: true });
      const { response, headers: set } = await within(asked);
      return { kind: 'begun', url: response.url ?? '', headers: set };
    } catch {
      // It is made anew next time: what hangs in this one would hang for ever.
      this.#auths.delete(origin);
      return { kind: 'unavailable' };
    }
  }

  /** Takes the answer that the browser came back with. `query`: of its address. */
  async finish(origin: string, query: Record<string, string>, headers: Headers): Promise<Finished> {
    const auth = await this.#auth(origin);
    const told = { groups: [] };
    const ask = { method: 'GET', params: { id: 'provider' }, query, headers } as const;
    try {
      const answered = this.#told.run(told, () =>
        auth.api.callbackOAuth({ ...ask, asResponse: true }),
      );
      return readAnswer(await within(answered), origin, told.groups);
    } catch (error) {
      if (!(error instanceof OutOfPatience)) throw error;
      this.#auths.delete(origin);
      return { kind: 'refused', why: 'unavailable' };
    }
  }

  #auth(origin: string): Promise<ProviderAuth> {
    const known = this.#auths.get(origin);
    if (known) return known;
    const { settings } = this;
    const note = (claims: Record<string, unknown>) => {
      const told = this.#told.getStore();
      if (told) told.groups = groupsIn(claims, settings.groupsClaim);
    };
    const auth = this.#store.providerAuth(origin, { settings, note });
    if (this.#auths.size < maxOrigins) this.#auths.set(origin, auth);
    // Where the store did not answer it is asked again next time.
    auth.catch(() => this.#auths.delete(origin));
    return auth;
  }
}

/** The library answers with a redirect to our page: with an error in it, or with a session. */
function readAnswer(answered: Response, origin: string, groups: string[]): Finished {
  const { headers } = answered;
  const error = new URL(headers.get('location') ?? '/', origin).searchParams.get('error');
  if (error !== null) return { kind: 'refused', why: refusalOf(error) };
  const cookie = headers
    .getSetCookie()
    .map((set) => set.split(';')[0] ?? '')
    .find((set) => set.startsWith(`${sessionCookie}=`));
  if (cookie === undefined) return { kind: 'refused', why: 'failed' };
  return { kind: 'signed-in', headers, cookie, groups };
}
