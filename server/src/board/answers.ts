import { createSights } from '@emulation/shared';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Answer } from './event.ts';
import { foldUpTo, headOf } from './opening.ts';
import { decodeSnapshot } from './snapshot.ts';

const maxKept = 5_000;

/**
 * What the fold did with entries `from` to `to`, found by folding again from the stored snapshot
 * before them, or from the first entry; `undefined` where the ledger ends before `to`.
 */
export async function refold(
  ledger: Ledger,
  log: Log,
  { board, from, to }: { board: string; from: number; to: number },
): Promise<Answer[] | undefined> {
  const head = await headOf(ledger, board);
  if (head === undefined) return undefined;
  const kept = decodeSnapshot(await ledger.loadSnapshot(board), head, log);
  const sights = kept !== undefined && kept.full.seq < from ? kept : createSights(board);
  const answers: Answer[] = [];
  const whole = await foldUpTo(ledger, sights, { epoch: head.epoch, seq: to }, (answer) => {
    if (answer.entry.seq >= from) answers.push(answer);
  });
  return whole ? answers : undefined;
}

/** The latest answers, and the older ones by folding again: one fold at a time. */
export class Answers {
  readonly #refold: (seq: number) => Promise<Answer | undefined>;
  readonly #kept = new Map<number, Answer>();
  readonly #asked = new Map<number, Promise<Answer>>();
  #lastFold: Promise<unknown> = Promise.resolve();

  constructor(ledger: Ledger, log: Log, board: string) {
    this.#refold = async (seq) => (await refold(ledger, log, { board, from: seq, to: seq }))?.[0];
  }

  keep(answer: Answer): void {
    const { fact, seq } = answer.entry;
    // A long import would push out what somebody may ask for.
    if (fact.type === 'result.posted' && fact.quiet === true) return;
    this.#kept.delete(seq);
    this.#kept.set(seq, answer);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > maxKept && !oldest.done) this.#kept.delete(oldest.value);
  }

  /** Another epoch: positions mean other entries now. */
  forget(): void {
    this.#kept.clear();
    this.#asked.clear();
  }

  async at(seq: number): Promise<Answer> {
    const kept = this.#kept.get(seq);
    if (kept) this.keep(kept);
    return kept ?? this.#asked.get(seq) ?? this.#ask(seq);
  }

  #ask(seq: number): Promise<Answer> {
    const asked = this.#lastFold
      .then(() => this.#refold(seq))
      .then((answer) => {
        if (answer === undefined) throw new RangeError(`there is no entry at position ${seq}`);
        if (this.#asked.get(seq) === asked) this.keep(answer);
        return answer;
      })
      .finally(() => {
        if (this.#asked.get(seq) === asked) this.#asked.delete(seq);
      });
    this.#asked.set(seq, asked);
    this.#lastFold = asked.catch(() => undefined);
    return asked;
  }
}
