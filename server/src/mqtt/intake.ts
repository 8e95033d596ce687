import { draftResult, type BoardState, type Mapping } from '@emulation/shared';
import type { Clock } from '../board/clock.ts';
import type { CommitOutcome } from '../board/event.ts';
import { LedgerUnavailable, type Draft, type Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Shelf } from '../machines/shelf.ts';
import { hoursBefore, mapMessage, type Mapped, type Message } from './mapped.ts';

/** A board as results come into it. */
export interface FedBoard {
  readonly board: string;
  readonly state: BoardState;
  commit(drafts: Draft[], onRepeat: 'refuse'): Promise<CommitOutcome>;
}

export interface IntakeDeps {
  ledger: Pick<Ledger, 'knownKeys'>;
  shelf: Shelf;
  clock: Clock;
  log: Log;
}

export type Taken = 'posted' | 'repeated' | 'refused';
type Result = Extract<Mapped, { kind: 'result' }>;

/** A broker that repeats a message does so within this many hours. */
const repeatHours = 48;

/** Puts what messages become into the ledger: once each, however often they come. */
export class MessageIntake {
  readonly #deps: IntakeDeps;

  constructor(deps: IntakeDeps) {
    this.#deps = deps;
  }

  /**
   * Resolves when everything that the message brought is durable, or is known to be no result.
   * @throws LedgerUnavailable when it is not known: the same message is to come again
   */
  async take(
    host: FedBoard,
    mapping: Mapping,
    message: Message & { isRepeated: boolean },
  ): Promise<Taken[]> {
    const mapped = mapMessage(mapping, message);
    return Promise.all(mapped.map((each) => this.#takeOne(host, mapping, message, each)));
  }

  async #takeOne(
    host: FedBoard,
    mapping: Mapping,
    message: Message & { isRepeated: boolean },
    mapped: Mapped,
  ): Promise<Taken> {
    if (mapped.kind === 'problem')
      return this.#refuse(host, mapping, message, `${mapped.path}: ${mapped.message}`);
    const now = this.#deps.clock.now();
    const drafted = draftResult(host.state, mapped.body, now);
    if (drafted.kind === 'problems') {
      const [first] = drafted.problems;
      return this.#refuse(host, mapping, message, `${first?.path}: ${first?.message}`);
    }
    if (message.isRepeated && (await this.#isKnown(host.board, mapped, now))) return 'repeated';
    const at = new Date(now).toISOString();
    const once = { key: mapped.keyAt(now), bodyHash: mapped.bodyHash };
    const actor = `machine:mqtt:${mapping.id}`;
    const outcome = await host.commit([{ fact: drafted.fact, actor, at, ...once }], 'refuse');
    if (outcome.kind === 'committed') return 'posted';
    if (outcome.kind === 'repeated') return 'repeated';
    const why =
      outcome.kind === 'key-conflict'
        ? 'the same time or sequence came with another value before'
        : 'the board is gone';
    return this.#refuse(host, mapping, message, why);
  }

  /** A message that says nothing of itself may have come in an hour before. */
  async #isKnown(board: string, mapped: Result, now: number): Promise<boolean> {
    const keys = new Set(hoursBefore(now, repeatHours).map((hour) => mapped.keyAt(hour)));
    return (await this.#deps.ledger.knownKeys(board, [...keys])).size > 0;
  }

  async #refuse(
    { board }: FedBoard,
    { id }: Mapping,
    { topic, payload }: Message,
    why: string,
  ): Promise<'refused'> {
    const at = new Date(this.#deps.clock.now()).toISOString();
    const line = { at, topic, payload: payload.slice(0, 500), why };
    try {
      await this.#deps.shelf.note('messages', board, id, JSON.stringify(line));
    } catch (err) {
      if (!(err instanceof LedgerUnavailable)) throw err;
      this.#deps.log.warn({ err, board, mapping: id }, 'a refused message could not be noted');
    }
    return 'refused';
  }
}
