import type { WatchRequest } from '@emulation/shared';
import type { BoardSync, Effect, Step } from './board-state.ts';
import { knownFeed, unknownFeed } from './feed.ts';
import { unknownTopic } from './topic.ts';
import type { Topic } from './topic.ts';

/** Topics kept after nobody wants them, so that coming back to one shows it at once. */
const maxKept = 16;

export function newBoardSync(board: string): BoardSync {
  const topics: ReadonlyMap<string, Topic> = new Map();
  const wanted: ReadonlySet<string> = new Set();
  const nothing = { epoch: null, topics, feed: unknownFeed, held: [], refusal: null, requests: 0 };
  return { name: 'offline', board, wanted, ...nothing };
}

function known(state: BoardSync): Record<string, number> {
  const positions: Record<string, number> = {};
  for (const topic of state.wanted) {
    const seq = topic === 'feed' ? knownFeed(state.feed) : (state.topics.get(topic)?.seq ?? null);
    if (seq !== null) positions[topic] = seq;
  }
  return positions;
}

/** Topics found missing are left out: one of them would make the server refuse the whole list. */
export function ask(state: BoardSync, now: number, effects: readonly Effect[] = []): Step {
  const topics = [...state.wanted].filter((one) => state.topics.get(one)?.status !== 'missing');
  if (topics.length === 0)
    return { state: { ...state, name: 'live' }, effects: [...effects, { kind: 'leave' }] };
  const request = state.requests + 1;
  const body: WatchRequest = {
    board: state.board,
    topics,
    ...(state.epoch === null ? {} : { epoch: state.epoch, known: known(state) }),
  };
  // The answer holds all that was committed before the question: only later news can be missing.
  const asked = [...state.topics].map(([name, topic]) => [name, { ...topic, heard: 0 }] as const);
  return {
    state: { ...state, name: 'asking', since: now, requests: request, topics: new Map(asked) },
    effects: [
      ...effects,
      { kind: 'ask', request, body, crowded: state.epoch === null && request > 1 },
    ],
  };
}

/** Asks for topics once missing as well: the board may have them by now. */
export function askForAll(state: BoardSync, now: number): Step {
  const topics = [...state.topics].map(([name, topic]) => {
    return [name, topic.status === 'missing' ? unknownTopic : topic] as const;
  });
  return ask({ ...state, topics: new Map(topics) }, now);
}

/** Nothing of another epoch can be joined to: forget the positions, keep the rows on the screen. */
export function askAnew(state: BoardSync, now: number): Step {
  const forgotten = [...state.topics].map(([name, topic]) => {
    return [name, { ...topic, seq: null }] as const;
  });
  const feed = { ...state.feed, seq: null };
  return askForAll({ ...state, epoch: null, topics: new Map(forgotten), feed }, now);
}

/** Topics once missing are tried again whenever the list changes. */
export function want(state: BoardSync, wanted: ReadonlySet<string>): BoardSync {
  const topics = new Map(state.topics);
  const idle = [...topics.keys()].filter((name) => !wanted.has(name));
  for (const name of idle.slice(0, Math.max(0, idle.length - maxKept))) topics.delete(name);
  for (const name of wanted) {
    if (name === 'feed') continue;
    const kept = topics.get(name);
    topics.delete(name);
    topics.set(name, kept === undefined || kept.status === 'missing' ? unknownTopic : kept);
  }
  return { ...state, wanted, topics };
}
