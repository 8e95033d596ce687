import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../board/clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { anonymous, stewardBySession, stewardByToken, type Actor } from './actor.ts';
import { FailureMeter } from './failure-meter.ts';
import { createSecret, isSameSecret } from './secret.ts';
import { Sessions } from './session.ts';
import { takeSetup } from './setup-link.ts';

export type Identified =
  | { kind: 'known'; actor: Actor }
  | { kind: 'wrong-token' }
  | { kind: 'too-many'; retryAfterSeconds: number };

export type SetupOutcome =
  | { kind: 'opened'; cookie: string }
  | { kind: 'spent' }
  | { kind: 'too-many'; retryAfterSeconds: number };

export interface IdentityDeps {
  ledger: Pick<Ledger, 'keep' | 'take'>;
  clock: Clock;
  stewardToken: string | undefined;
}

/** Tells who a request or a socket comes from, by its headers. */
export class Identity {
  readonly sessions: Sessions;
  readonly #deps: IdentityDeps;
  readonly #failures = new FailureMeter();

  private constructor(deps: IdentityDeps, secret: string) {
    this.#deps = deps;
    this.sessions = new Sessions(secret);
  }

  /** All nodes of one ledger share the secret that the first of them made. */
  static async open(deps: IdentityDeps): Promise<Identity> {
    return new Identity(deps, await deps.ledger.keep('cookie-secret', createSecret()));
  }

  identify(headers: IncomingHttpHeaders, address: string): Identified {
    if (headers.authorization !== undefined)
      return this.#identifyBearer(headers.authorization, address);
    const isSteward = this.sessions.accepts(headers.cookie, this.#deps.clock.now());
    return { kind: 'known', actor: isSteward ? stewardBySession : anonymous };
  }

  /** Spends the token of a set-up link for a session. */
  async openSession(token: string, address: string): Promise<SetupOutcome> {
    const { clock, ledger } = this.#deps;
    const retryAfterSeconds = this.#failures.waitSeconds(address, clock.now());
    if (retryAfterSeconds > 0) return { kind: 'too-many', retryAfterSeconds };
    if (await takeSetup(ledger, clock, token))
      return { kind: 'opened', cookie: this.sessions.issue(clock.now()) };
    this.#failures.note(address, clock.now());
    return { kind: 'spent' };
  }

  #identifyBearer(authorization: string, address: string): Identified {
    const now = this.#deps.clock.now();
    // Before comparing: otherwise a guess would be answered although the address must wait.
    const retryAfterSeconds = this.#failures.waitSeconds(address, now);
    if (retryAfterSeconds > 0) return { kind: 'too-many', retryAfterSeconds };
    const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const { stewardToken } = this.#deps;
    if (given !== undefined && stewardToken !== undefined && isSameSecret(given, stewardToken))
      return { kind: 'known', actor: stewardByToken };
    this.#failures.note(address, now);
    return { kind: 'wrong-token' };
  }
}
