import type { BoardSync, KeptBoard } from '@emulation/client-sdk';
import type { Happening, Row } from '@emulation/shared';

/** What is written down of a board; plain data. */
export interface StoredBoard {
  board: string;
  /** When the server was last heard, ms since the epoch by this machine's clock. */
  heardAt: number;
  topics: [string, [string, Row][]][];
  happenings: Happening[];
}

/** More than a wall shows; what is over it is left out rather than anything cut in half. */
const mostTopics = 64;
const mostRows = 20_000;
const mostHappenings = 100;

/** `undefined` while there is nothing worth keeping. */
export function storedBoard(state: BoardSync, heardAt: number): StoredBoard | undefined {
  const topics: StoredBoard['topics'] = [];
  let rows = 0;
  for (const [name, topic] of state.topics) {
    if (topic.status !== 'ready' || topics.length >= mostTopics) continue;
    if (rows + topic.rows.size > mostRows) continue;
    rows += topic.rows.size;
    topics.push([name, [...topic.rows]]);
  }
  if (rows === 0) return undefined;
  const happenings = state.feed.happenings.slice(0, mostHappenings);
  return { board: state.board, heardAt, topics, happenings };
}

export function keptBoard({ topics, happenings }: StoredBoard): KeptBoard {
  return { topics: new Map(topics.map(([name, rows]) => [name, new Map(rows)])), happenings };
}
