import type { Person } from './actor.ts';
import type { Credentials } from './credentials.ts';
import type { People } from './people.ts';
import { PeopleUnavailable, type PeopleStore } from './store/people-store.ts';

interface Known {
  person: Person | undefined;
  /** Of `performance.now()`. */
  checkedAt: number;
  seenNotedAt: number;
}

interface SessionsDeps {
  store: PeopleStore;
  people: People;
  credentials: Credentials;
}

/** A page asks for many things at once: who asks is looked up once. */
const goodMs = 1000;
const seenEveryMs = 60_000;
const maxKnown = 5000;

/** Whose session a cookie is. The store of people knows; what it said is good for a second. */
export class Sessions {
  readonly #deps: SessionsDeps;
  readonly #known = new Map<string, Known>();

  constructor(deps: SessionsDeps) {
    this.#deps = deps;
    deps.credentials.onEnded((ended) => this.#forget(ended));
  }

  /** `cookie` is the session's alone. @throws PeopleUnavailable */
  async personOf(cookie: string): Promise<Person | undefined> {
    const now = performance.now();
    const known = this.#known.get(cookie);
    if (known && now - known.checkedAt < goodMs) return known.person;
    const person = await this.#lookUp(cookie, known);
    const seenNotedAt = known?.seenNotedAt ?? -Infinity;
    const entry = { person, checkedAt: now, seenNotedAt };
    if (person && now - seenNotedAt > seenEveryMs) {
      entry.seenNotedAt = now;
      // It is only for the list of devices: a request never waits for it.
      this.#deps.people.seen(person.credential).catch(() => undefined);
    }
    this.#remember(cookie, entry);
    return person;
  }

  /** Opens a session for a person: the headers that set its cookie. */
  async open(person: string, userAgent: string | undefined): Promise<Headers> {
    const auth = await this.#deps.store.auth();
    const headers = new Headers(userAgent === undefined ? {} : { 'user-agent': userAgent });
    const opened = await auth.api.openSession({ body: { person }, headers, returnHeaders: true });
    return opened.headers;
  }

  /** Ends the session of a cookie: the headers that take it away. */
  async close(cookie: string): Promise<Headers> {
    const person = await this.personOf(cookie);
    const auth = await this.#deps.store.auth();
    const { headers } = await auth.api.signOut({
      headers: new Headers({ cookie }),
      returnHeaders: true,
    });
    if (person) this.#deps.credentials.end([person.credential]);
    this.#known.delete(cookie);
    return headers;
  }

  async #lookUp(cookie: string, known: Known | undefined): Promise<Person | undefined> {
    try {
      const auth = await this.#deps.store.auth();
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
      if (!found) return undefined;
      const { user, session } = found;
      return {
        kind: 'person',
        id: `person:${user.id}`,
        person: user.id,
        isOperator: user.operator === true,
        credential: session.id,
      };
    } catch (error) {
      // Who was known a moment ago stays known while the store does not answer.
      if (known) return known.person;
      throw error instanceof PeopleUnavailable ? error : new PeopleUnavailable(error);
    }
  }

  #remember(cookie: string, known: Known): void {
    this.#known.delete(cookie);
    this.#known.set(cookie, known);
    if (this.#known.size <= maxKnown) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }

  #forget(ended: ReadonlySet<string>): void {
    for (const [cookie, { person }] of this.#known)
      if (person && ended.has(person.credential)) this.#known.delete(cookie);
  }
}
