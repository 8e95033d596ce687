import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../board/clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Relay } from '../relay/relay.ts';
import { anonymous, stewardByToken, type Actor, type Machine } from './actor.ts';
import { Credentials } from './credentials.ts';
import { sessionIn } from './cookies.ts';
import { isHeld, readToken } from './machine-token.ts';
import { screenTokenIn } from './screen-cookie.ts';
import type { Token } from '@emulation/shared';
import type { ProviderSettings } from '../config/provider.ts';
import { FailureMeter } from './failure-meter.ts';
import { Invitations } from './invitations.ts';
import { People } from './people.ts';
import { ProviderSignIn } from './provider/provider-sign-in.ts';
import { createSecret, isSameSecret } from './secret.ts';
import { Sessions } from './sessions.ts';
import { stillHolds } from './still-holds.ts';
import { takeSetup } from './setup-link.ts';
import type { StorePlace } from './store/database.ts';
import { PeopleArchive } from './store/people-archive.ts';
import { PeopleStore } from './store/people-store.ts';

export type Identified =
  | { kind: 'known'; actor: Actor }
  | { kind: 'wrong-token' }
  | { kind: 'too-many'; retryAfterSeconds: number };

export type SetupOutcome =
  | { kind: 'opened'; person: string }
  | { kind: 'spent' }
  | { kind: 'too-many'; retryAfterSeconds: number };

export interface IdentityDeps {
  ledger: Pick<Ledger, 'keep' | 'take'>;
  relay: Pick<Relay, 'publish' | 'subscribe'>;
  clock: Clock;
  log: Log;
  place: StorePlace;
  stewardToken: string | undefined;
  tokens: {
    find(board: string, id: string): Token | undefined;
    noteUse(board: string, id: string): void;
  };
  /** How long a person stays signed in, in days. */
  signedInDaysOf: (person: string) => number;
  /** Of an OpenID Connect provider; `undefined` where there is none. */
  provider: ProviderSettings | undefined;
}

/** Tells who a request or a socket comes from, by its headers. */
export class Identity {
  readonly store: PeopleStore;
  readonly people: People;
  /** People as backups take and bring them. */
  readonly archive: PeopleArchive;
  readonly invitations: Invitations;
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  readonly provider: ProviderSignIn | undefined;
  /** Guesses at passwords and links, by address. */
  readonly failures = new FailureMeter();
  readonly #deps: IdentityDeps;

  private constructor(deps: IdentityDeps, secret: string) {
    const { clock, log, place, relay, signedInDaysOf } = deps;
    this.#deps = deps;
    this.store = new PeopleStore({ place, secret, log, signedInDaysOf });
    const alive = (ids: readonly string[]) => this.people.alive(ids);
    this.credentials = new Credentials({ alive, relay, log });
    this.people = new People(this.store, this.credentials, clock);
    this.archive = new PeopleArchive(this.store);
    this.invitations = new Invitations(this.store, clock);
    this.sessions = new Sessions(this);
    this.provider = deps.provider && new ProviderSignIn(this.store, deps.provider);
  }

  /** All nodes of one ledger share the secret that the first of them made. */
  static async open(deps: IdentityDeps): Promise<Identity> {
    return new Identity(deps, await deps.ledger.keep('cookie-secret', createSecret()));
  }

  /** @throws PeopleUnavailable when a session cannot be looked up */
  async identify(headers: IncomingHttpHeaders, address: string): Promise<Identified> {
    if (headers.authorization !== undefined)
      return this.#identifyBearer(headers.authorization, address);
    const cookie = sessionIn(headers.cookie);
    const person = cookie === undefined ? undefined : await this.sessions.personOf(cookie);
    // A screen whose token was revoked is nobody, and not refused: a browser cannot drop it itself.
    const screen = screenTokenIn(headers.cookie);
    const machine = screen === undefined ? undefined : this.#machineOf(screen);
    return { kind: 'known', actor: person ?? machine ?? anonymous };
  }

  /** Whether what somebody came with still holds: asked for every event of a socket. */
  holds(actor: Actor): boolean {
    const { tokens, clock } = this.#deps;
    const findToken = (board: string, id: string) => tokens.find(board, id);
    return stillHolds(actor, { credentials: this.credentials, clock, findToken });
  }

  /** Spends the token of a set-up link for an account that is steward of everything. */
  async takeSetup(token: string, address: string, name: string): Promise<SetupOutcome> {
    const { clock, ledger } = this.#deps;
    const retryAfterSeconds = this.failures.waitSeconds(address, clock.now());
    if (retryAfterSeconds > 0) return { kind: 'too-many', retryAfterSeconds };
    // Before the link is spent: where nobody can be let in it stays good.
    await this.store.ready();
    if (await takeSetup(ledger, clock, token))
      return { kind: 'opened', person: await this.people.create({ name, operator: true }) };
    this.failures.note(address, clock.now());
    return { kind: 'spent' };
  }

  async close(): Promise<void> {
    this.credentials.close();
    await this.store.close();
  }

  #identifyBearer(authorization: string, address: string): Identified {
    const now = this.#deps.clock.now();
    // Before comparing: otherwise a guess would be answered although the address must wait.
    const retryAfterSeconds = this.failures.waitSeconds(address, now);
    if (retryAfterSeconds > 0) return { kind: 'too-many', retryAfterSeconds };
    const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const { stewardToken } = this.#deps;
    if (given !== undefined && stewardToken !== undefined && isSameSecret(given, stewardToken))
      return { kind: 'known', actor: stewardByToken };
    const machine = given === undefined ? undefined : this.#machineOf(given);
    if (machine) return { kind: 'known', actor: machine };
    this.failures.note(address, now);
    return { kind: 'wrong-token' };
  }

  #machineOf(given: string): Machine | undefined {
    const read = readToken(given);
    const { tokens, clock } = this.#deps;
    const token = read && tokens.find(read.board, read.id);
    if (!read || !token || !isHeld(read, token, clock.now())) return undefined;
    tokens.noteUse(read.board, read.id);
    return { kind: 'machine', id: `machine:${read.id}`, board: read.board, token: read.id };
  }
}
