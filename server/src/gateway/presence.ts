import type { Row } from '@emulation/shared';
import { watcherKinds, type WatcherKind } from './live-socket.ts';

type Counts = Map<string, number>;
/** The part of a relay that the presence needs. */
export interface PresenceRelay {
  publish(message: PresenceMessage): void;
  subscribe(listener: (message: { kind: string }) => void): () => void;
}
interface PresenceMessage {
  kind: 'presence';
  node: string;
  counts: Record<string, number>;
}

/** A node that has said nothing for this long is taken for gone. */
const silentMs = 15_000;

const keyOf = (board: string, kind: string): string => `${board}:${kind}`;
const boardOf = (key: string): string => key.slice(0, key.lastIndexOf(':'));

function isPresence(message: { kind: string }): message is PresenceMessage {
  return message.kind === 'presence';
}

/** How many look at each board, by kind: this node's own and, over the relay, the other nodes'. */
export class Presence {
  readonly #node: string;
  readonly #relay: PresenceRelay | undefined;
  readonly #onChange: (board: string) => void;
  readonly #stop: () => void;
  readonly #own: Counts = new Map();
  readonly #others = new Map<string, { counts: Counts; heardAt: number }>();
  #hasNews = false;

  constructor(node: string, relay: PresenceRelay | undefined, onChange: (board: string) => void) {
    this.#node = node;
    this.#relay = relay;
    this.#onChange = onChange;
    const stop = relay?.subscribe((message) => {
      if (isPresence(message)) this.#hear(message);
    });
    this.#stop = stop ?? (() => undefined);
  }

  add(board: string, kind: WatcherKind, step: 1 | -1): void {
    const key = keyOf(board, kind);
    const count = (this.#own.get(key) ?? 0) + step;
    if (count > 0) this.#own.set(key, count);
    else this.#own.delete(key);
    this.#hasNews = true;
    this.#onChange(board);
  }

  rows(board: string): ReadonlyMap<string, Row> {
    const counts = watcherKinds.map((kind) => [kind, this.#count(keyOf(board, kind))] as const);
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    const rows = [['all', all] as const, ...counts].map(([key, count]): [string, Row] => [
      key,
      { key, count },
    ]);
    return new Map(rows);
  }

  /** Tells the other nodes; `always` also when nothing changed, so that they know this one lives. */
  tell(always: boolean): void {
    if (!this.#hasNews && !always) return;
    this.#hasNews = false;
    const counts = Object.fromEntries(this.#own);
    this.#relay?.publish({ kind: 'presence', node: this.#node, counts });
  }

  /** Forgets nodes that fell silent. */
  sweep(): void {
    for (const [node, { counts, heardAt }] of this.#others) {
      if (performance.now() - heardAt < silentMs) continue;
      this.#others.delete(node);
      this.#announce(counts);
    }
  }

  close(): void {
    this.#own.clear();
    this.#hasNews = true;
    this.tell(true);
    this.#stop();
  }

  #hear({ node, counts }: PresenceMessage): void {
    if (node === this.#node) return;
    const before = this.#others.get(node)?.counts ?? new Map<string, number>();
    const after = new Map(Object.entries(counts));
    this.#others.set(node, { counts: after, heardAt: performance.now() });
    const moved = [...before, ...after].filter(([key]) => before.get(key) !== after.get(key));
    this.#announce(new Map(moved));
  }

  #announce(counts: Counts): void {
    for (const board of new Set([...counts.keys()].map(boardOf))) this.#onChange(board);
  }

  #count(key: string): number {
    let count = this.#own.get(key) ?? 0;
    for (const other of this.#others.values()) count += other.counts.get(key) ?? 0;
    return count;
  }
}
