import type { Log } from '../log.ts';
import type { Relay } from '../relay/relay.ts';

export interface CredentialsDeps {
  /** Which of them still hold. */
  alive(ids: readonly string[]): Promise<ReadonlySet<string>>;
  relay: Pick<Relay, 'publish' | 'subscribe'>;
  log: Log;
  /** Pause between two looks at those in use; half of what a revocation may take. */
  checkMs?: number;
}

/** The relay says at once that something ended; without it this is how long it goes unnoticed. */
const defaultCheckMs = 1000;

/** Those in use by live sockets on this node, and whether they still hold. */
export class Credentials {
  readonly #deps: CredentialsDeps;
  readonly #uses = new Map<string, number>();
  readonly #ended = new Set<string>();
  readonly #listeners = new Set<(ended: ReadonlySet<string>) => void>();
  readonly #leaveRelay: () => void;
  readonly #timer: NodeJS.Timeout;
  #isChecking = false;

  constructor(deps: CredentialsDeps) {
    this.#deps = deps;
    this.#leaveRelay = deps.relay.subscribe((message) => {
      if (message.kind === 'credentials') this.#note(message.ended);
    });
    this.#timer = setInterval(() => void this.check(), deps.checkMs ?? defaultCheckMs);
    this.#timer.unref();
  }

  /** A socket uses it from now on; returns how to say that it does no more. */
  follow(id: string): () => void {
    this.#uses.set(id, (this.#uses.get(id) ?? 0) + 1);
    return () => {
      const uses = (this.#uses.get(id) ?? 1) - 1;
      if (uses > 0) this.#uses.set(id, uses);
      else {
        this.#uses.delete(id);
        this.#ended.delete(id);
      }
    };
  }

  /** False from the moment at which this node knows that it was ended. */
  holds(id: string): boolean {
    return !this.#ended.has(id);
  }

  onEnded(listener: (ended: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** They were ended here: every node is told. */
  end(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.#note(ids);
    this.#deps.relay.publish({ kind: 'credentials', ended: [...ids] });
  }

  /** Looks whether what is in use still holds; a message of the relay may have been lost. */
  async check(): Promise<void> {
    const ids = [...this.#uses.keys()].filter((id) => this.holds(id));
    if (ids.length === 0 || this.#isChecking) return;
    this.#isChecking = true;
    try {
      const alive = await this.#deps.alive(ids);
      this.#note(ids.filter((id) => !alive.has(id)));
    } catch (err) {
      // Nothing is known of them now: they keep what they had until the store answers.
      this.#deps.log.warn({ err }, 'sessions cannot be checked');
    } finally {
      this.#isChecking = false;
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#leaveRelay();
    this.#listeners.clear();
  }

  #note(ids: readonly string[]): void {
    const ended = new Set(ids);
    if (ended.size === 0) return;
    for (const id of ended) if (this.#uses.has(id)) this.#ended.add(id);
    for (const listener of this.#listeners) listener(ended);
  }
}
