import type { Log } from '../../log.ts';
import type { Auth } from './auth.ts';
import type { ProviderAuth, ProviderAuthOptions } from './provider-auth.ts';
import { openDatabase, type StorePlace } from './database.ts';
import type { StoreDatabase } from './store-database.ts';

export interface PeopleStoreOptions {
  place: StorePlace;
  secret: string;
  log: Log;
  signedInDaysOf: (person: string) => number;
}

/** The store does not answer: the same request may be right in a moment. */
export class PeopleUnavailable extends Error {
  constructor(cause: unknown) {
    super('the store of people does not answer', { cause });
    this.name = 'PeopleUnavailable';
  }
}

/** It takes a second to load, so only where somebody signs in. */
const library = () => import('./auth.ts');

/** Browsers may come by several names of this server; each has its own passkeys. */
const maxOrigins = 20;

/**
 * Accounts and sessions, opened when they are first asked for: most of what a board serves needs
 * nobody's name.
 */
export class PeopleStore {
  readonly #options: PeopleStoreOptions;
  readonly #auths = new Map<string, Auth>();
  #database: Promise<StoreDatabase> | undefined;

  constructor(options: PeopleStoreOptions) {
    this.#options = options;
  }

  /** Opens the store and brings its tables up to date. @throws PeopleUnavailable */
  async ready(): Promise<void> {
    await this.#open();
  }

  /** The library, for the origin a browser sees; sessions are the same for all of them. */
  async auth(origin = 'http://localhost'): Promise<Auth> {
    const { client } = await this.#open();
    const known = this.#auths.get(origin);
    if (known) return known;
    const auth = await this.#create(client, origin);
    if (this.#auths.size < maxOrigins) this.#auths.set(origin, auth);
    return auth;
  }

  /** The same for signing in with a provider. */
  async providerAuth(origin: string, provider: ProviderAuthOptions): Promise<ProviderAuth> {
    const { client } = await this.#open();
    const { secret, signedInDaysOf } = this.#options;
    const { createProviderAuth } = await import('./provider-auth.ts');
    return createProviderAuth({ database: client, secret, origin, signedInDaysOf }, provider);
  }

  /** Runs `work` on the library's own tables. @throws PeopleUnavailable */
  async ask<T>(work: (context: Awaited<Auth['$context']>) => Promise<T>): Promise<T> {
    const auth = await this.auth();
    const context = await auth.$context;
    try {
      return await work(context);
    } catch (error) {
      throw new PeopleUnavailable(error);
    }
  }

  /** After something was erased. */
  async scrub(): Promise<void> {
    const database = await this.#open();
    database.scrub();
  }

  async close(): Promise<void> {
    const database = await this.#database?.catch(() => undefined);
    await database?.close();
  }

  async #create(client: StoreDatabase['client'], origin: string): Promise<Auth> {
    const { secret, signedInDaysOf } = this.#options;
    const { createAuth } = await library();
    return createAuth({ database: client, secret, origin, signedInDaysOf });
  }

  #open(): Promise<StoreDatabase> {
    this.#database ??= this.#openOnce().catch((error: unknown) => {
      // Asked again, it is tried again.
      this.#database = undefined;
      this.#options.log.error({ err: error }, 'the store of people cannot be opened');
      throw new PeopleUnavailable(error);
    });
    return this.#database;
  }

  async #openOnce(): Promise<StoreDatabase> {
    const database = await openDatabase(this.#options.place);
    try {
      const auth = await this.#create(database.client, 'http://localhost');
      const { migrate } = await library();
      await database.alone(() => migrate(auth));
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  }
}
