import type { Random } from '../../server/src/gateway/testing/random.ts';
import {
  LedgerUnavailable,
  type AppendRequest,
  type BoardHead,
  type Ledger,
} from '../../server/src/ledger/ledger.ts';
import { MemoryLedger } from '../../server/src/ledger/memory/memory-ledger.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How a store may be broken on purpose, to see that it is found. */
export type StoreFault = 'loses-at-crash' | 'forgets-keys';

type Call = (...args: unknown[]) => Promise<unknown>;

/**
 * A durable store behind a network: a call travels, waits for its commit, is done, and its answer
 * travels back. A crash loses what was not committed; what was is there, whether or not anybody
 * heard of it.
 */
export class SimStore {
  /** What is durable. */
  committed = new MemoryLedger();
  /** Where it stands, of each board. */
  readonly heads = new Map<string, BoardHead>();
  /** Before an append is committed. */
  onAsked: (request: AppendRequest) => void = () => undefined;
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #fault: StoreFault | undefined;
  #isDown = false;
  /** Crashes so far: a call from before one is not answered after it. */
  #crashes = 0;
  slowMs = 0;

  constructor(time: VirtualTime, random: Random, fault?: StoreFault) {
    this.#time = time;
    this.#random = random;
    this.#fault = fault;
  }

  crash(downMs: number): void {
    this.#crashes += 1;
    this.#isDown = true;
    const crashes = this.#crashes;
    if (this.#fault === 'loses-at-crash') void this.#loseLast();
    this.#time.after(downMs, () => {
      if (crashes === this.#crashes) this.#isDown = false;
    });
  }

  mend(): void {
    this.#isDown = false;
    this.slowMs = 0;
  }

  /** The store as one node reaches it; `isCut` while that node is no more. */
  connect(isCut: () => boolean): Ledger {
    return new Proxy<Ledger>(this.committed, {
      get:
        (_, name: keyof Ledger) =>
        (...args: unknown[]) =>
          this.#ask(name, args, isCut),
    });
  }

  async #ask(name: keyof Ledger, args: unknown[], isCut: () => boolean): Promise<unknown> {
    if (name === 'close') return undefined;
    const crashes = this.#crashes;
    const check = (where: string) => {
      if (isCut() || this.#isDown || crashes !== this.#crashes)
        throw new LedgerUnavailable(`the simulated store went away ${where}`);
    };
    check('before the call');
    if (name === 'append') this.onAsked(args[0] as AppendRequest);
    await this.#time.sleep(this.slowMs + this.#random(name === 'append' ? 12 : 4));
    // A node that has just died may have sent this before.
    if (!isCut() || this.#random(2) === 0) check('before the commit');
    const done = await this.#perform(name, args);
    await this.#time.sleep(this.#random(4));
    check('before its answer');
    return done;
  }

  /** As a disk does that says it has written what it has not. */
  async #loseLast(): Promise<void> {
    const all = await this.committed.readStored('plant', 0, 1_000_000);
    const [first, ...kept] = all.slice(0, -1);
    if (!first || kept.length < 20) return;
    const poorer = new MemoryLedger();
    await poorer.open('plant', first.epoch, first);
    await poorer.append({ board: 'plant', drafts: kept, onRepeat: 'refuse' });
    this.committed = poorer;
  }

  async #perform(name: keyof Ledger, args: unknown[]): Promise<unknown> {
    const given = name === 'append' && this.#fault === 'forgets-keys' ? withoutKeys(args) : args;
    const call = this.committed[name].bind(this.committed) as Call;
    const done = await call(...given);
    if (name === 'append' || name === 'open')
      for (const head of await this.committed.heads()) this.heads.set(head.board, head);
    return done;
  }
}

function withoutKeys([request]: unknown[]): unknown[] {
  const { drafts, ...rest } = request as { drafts: object[] };
  const bare = drafts.map((draft) =>
    Object.fromEntries(Object.entries(draft).filter(([name]) => name !== 'key')),
  );
  return [{ ...rest, drafts: bare }];
}
