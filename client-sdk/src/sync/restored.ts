import type { Happening, Row } from '@emulation/shared';
import type { BoardSync } from './board-state.ts';
import { unknownFeed } from './feed.ts';
import { unknownTopic } from './topic.ts';

/** What a device keeps of a board, to show it with its age when it starts without the server. */
export interface KeptBoard {
  readonly topics: ReadonlyMap<string, ReadonlyMap<string, Row>>;
  readonly happenings: readonly Happening[];
}

/**
 * A board with the rows that were kept, where the server has said nothing yet. They stand until it
 * does; of positions nothing is known, so all is asked for.
 */
export function restored(state: BoardSync, kept: KeptBoard): BoardSync {
  if (state.name !== 'offline' && state.name !== 'asking') return state;
  const topics = new Map(state.topics);
  for (const [name, rows] of kept.topics)
    if (topics.get(name)?.status !== 'ready')
      topics.set(name, { ...unknownTopic, status: 'ready', rows });
  if (state.feed.status === 'ready') return { ...state, topics };
  const { happenings } = kept;
  return { ...state, topics, feed: { ...unknownFeed, status: 'ready', happenings } };
}
