import type { Happening, ProtocolRefusal, Row } from '@emulation/shared';
import type { Connection } from './http/request.ts';
import type { BoardSync } from './sync/board-state.ts';
import { startDriver } from './sync/driver.ts';
import type { Link } from './sync/link.ts';

export interface FollowListener {
  /**
   * The rows of a topic, whole, whenever they changed. `missing`: the board has no such topic, or is
   * not there for this actor; the rows are those last known.
   */
  topic?(topic: string, rows: ReadonlyMap<string, Row>, status: 'ready' | 'missing'): void;
  /** Each once and in order, also across lost connections; with the topic `feed` only. */
  happening?(happening: Happening): void;
  /** Whether what was told is true now. */
  link?(link: Link): void;
  /** The server no longer speaks this client's version of the protocol. It is asked again all the same. */
  outdated?(refusal: ProtocolRefusal): void;
}

export interface FollowedBoard {
  /** The ledger's epoch as last heard: another one after a restore. */
  epoch(): string | null;
  close(): void;
}

/** Tells of every topic that is another than before. */
function tellChanges(before: BoardSync | undefined, now: BoardSync, listener: FollowListener) {
  for (const [name, topic] of now.topics) {
    if (topic.status === 'loading' || topic === before?.topics.get(name)) continue;
    if (topic.rows === before?.topics.get(name)?.rows && topic.status === 'ready') continue;
    listener.topic?.(name, topic.rows, topic.status);
  }
}

/** Follows topics of one board until it is closed: through gaps, restarts and restores. */
export function follow(
  { board, topics, ...connection }: Connection & { board: string; topics: readonly string[] },
  listener: FollowListener,
): FollowedBoard {
  let known: BoardSync | undefined;
  const driver = startDriver(
    {
      board: (state) => {
        tellChanges(known, state, listener);
        known = state;
      },
      link: (link) => listener.link?.(link),
      happening: (happening) => listener.happening?.(happening),
      outdated: (refusal) => listener.outdated?.(refusal),
      command: (_, answer) => answer({ ok: false, detail: 'no wall' }),
    },
    connection,
  );
  driver.want(board, new Set(topics));
  return { epoch: () => known?.epoch ?? null, close: () => driver.close() };
}
