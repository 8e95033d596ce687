import type { Happening, TopicAnswer, WatchAnswer } from '@emulation/shared';
import type { BoardSync, Effect, EventOf, Step, Transitions } from './board-state.ts';
import { ask, askAnew, askForAll, want } from './board-question.ts';
import {
  answerFeed,
  compare,
  hearHappening,
  maxHappenings,
  unknownFeed,
  type FeedStep,
} from './feed.ts';
import { answerTopic, isBehind, missingTopic, patchTopic, unknownTopic } from './topic.ts';
import type { Topic } from './topic.ts';

/** An answer that takes longer is taken for lost. */
export const answerMs = 10_000;
/** A refusal is asked about again after this long: the board may have been opened since. */
export const refusedMs = 5_000;

const stay = (state: BoardSync): Step => ({ state, effects: [] });
const announce = (happenings: readonly Happening[]): Effect[] =>
  happenings.map((happening) => ({ kind: 'announce', happening }));

function patched(state: BoardSync, { patch }: EventOf<'patched'>): BoardSync {
  const topic = state.topics.get(patch.topic);
  if (!topic) return state;
  const topics = new Map(state.topics).set(patch.topic, patchTopic(topic, patch));
  return { ...state, topics };
}

function happened(state: BoardSync, { happening }: EventOf<'happened'>): Step {
  const { feed, announced } = hearHappening(state.feed, happening);
  return { state: { ...state, feed }, effects: announce(announced) };
}

function lacks(state: BoardSync): boolean {
  if (state.wanted.has('feed') && state.feed.seq === null) return true;
  return [...state.topics].some(([name, one]) => state.wanted.has(name) && isBehind(one));
}

type Accepted = Extract<WatchAnswer, { ok: true }>;

/** Of another epoch nothing is kept but rows on the screen, until their topics are answered. */
function inEpoch(state: BoardSync, epoch: string): BoardSync {
  if (state.epoch === epoch) return state;
  const topics = state.epoch === null ? state.topics : new Map<string, Topic>();
  return { ...state, epoch, topics, feed: unknownFeed };
}

/** What the answer says of the feed, then what came meanwhile. */
function catchUp(state: BoardSync, part: TopicAnswer | undefined): FeedStep {
  const { last } = state.feed;
  let { feed, announced } = part
    ? answerFeed(state.feed, part)
    : { feed: state.feed, announced: [] };
  // Heard live, they are news also where a snapshot holds them already, as after a new epoch.
  for (const happening of state.held) {
    if (happening.epoch !== state.epoch) continue;
    const step = hearHappening(feed, happening);
    feed = step.feed;
    const isKnown = announced.some((one) => compare(one, happening) === 0);
    if (compare(happening, last) > 0 && !isKnown) announced = [...announced, happening];
  }
  return { feed, announced };
}

function accept(before: BoardSync, answer: Accepted, now: number): Step {
  const state = inEpoch(before, answer.epoch);
  const topics = new Map(state.topics);
  for (const name of state.wanted) {
    if (name === 'feed') continue;
    const part = answer.topics[name];
    topics.set(name, part ? answerTopic(topics.get(name) ?? unknownTopic, part) : missingTopic);
  }
  const { feed, announced } = catchUp(state, answer.topics['feed']);
  const next: BoardSync = { ...state, name: 'live', topics, feed, held: [], refusal: null };
  const effects = announce(announced);
  return lacks(next) ? ask(next, now, effects) : { state: next, effects };
}

type Refused = Extract<WatchAnswer, { ok: false }>;

/** A topic the board does not have is marked missing, and the others are asked for without it. */
function refuse(state: BoardSync, answer: Refused, now: number): Step {
  if (answer.kind === 'unknown-topic') {
    const named = [...state.wanted].filter((name) => answer.detail.includes(name));
    const topic = named.sort((a, b) => b.length - a.length)[0];
    if (topic !== undefined)
      return ask({ ...state, topics: new Map(state.topics).set(topic, missingTopic) }, now);
  }
  return stay({ ...state, name: 'refused', since: now, refusal: answer.kind });
}

const answered = (state: BoardSync, { request, answer, now }: EventOf<'answered'>): Step => {
  if (request !== state.requests) return stay(state);
  return answer.ok ? accept(state, answer, now) : refuse(state, answer, now);
};

/** Without a position: the next answer brings a snapshot, which replaces them whole. */
function restore(state: BoardSync, { topics: kept }: EventOf<'restored'>): Step {
  const topics = new Map(state.topics);
  for (const [name, rows] of kept) {
    const topic = topics.get(name) ?? unknownTopic;
    if (state.wanted.has(name) && topic.status === 'loading')
      topics.set(name, { ...topic, status: 'ready', rows });
  }
  return stay({ ...state, topics });
}

const foreign = (state: BoardSync, epoch: string) => state.epoch !== null && epoch !== state.epoch;

/** Live, every patch of a wanted topic joins on, or the missing part is asked for. */
function livePatch(state: BoardSync, event: EventOf<'patched'>): Step {
  if (foreign(state, event.patch.epoch)) return askAnew(state, event.now);
  const next = patched(state, event);
  return lacks(next) ? ask(next, event.now) : stay(next);
}

/** All that concerns the topics was sent before the beat, so only a new epoch is news in it. */
function liveBeat(state: BoardSync, { beat, now }: EventOf<'beaten'>): Step {
  return foreign(state, beat.epoch) ? askAnew(state, now) : stay(state);
}

const connect = (state: BoardSync, { now }: { now: number }) => askForAll(state, now);
const disconnect = (state: BoardSync): Step => stay({ ...state, name: 'offline', held: [] });
const remove = (state: BoardSync, { now }: { now: number }): Step =>
  stay({ ...state, name: 'refused', since: now, refusal: 'not-found' });
const wantNow = (state: BoardSync, { topics, now }: EventOf<'wanted'>) =>
  ask(want(state, topics), now);

export const transitions: Transitions = {
  offline: {
    connected: connect,
    disconnected: stay,
    wanted: (state, { topics }) => stay(want(state, topics)),
    answered: stay,
    patched: stay,
    happened: stay,
    beaten: stay,
    removed: stay,
    ticked: stay,
    restored: restore,
  },
  asking: {
    connected: connect,
    disconnected: disconnect,
    wanted: wantNow,
    answered,
    // The answer under way decides about epochs and gaps.
    patched: (state, event) =>
      stay(foreign(state, event.patch.epoch) ? state : patched(state, event)),
    happened: (state, { happening }) =>
      stay({ ...state, held: [...state.held, happening].slice(-maxHappenings) }),
    beaten: stay,
    removed: remove,
    ticked: (state, { now }) => (now - state.since > answerMs ? ask(state, now) : stay(state)),
    restored: restore,
  },
  live: {
    connected: connect,
    disconnected: disconnect,
    wanted: wantNow,
    answered: stay,
    patched: livePatch,
    happened: (state, event) =>
      foreign(state, event.happening.epoch)
        ? askAnew({ ...state, held: [event.happening] }, event.now)
        : happened(state, event),
    beaten: liveBeat,
    removed: remove,
    ticked: stay,
    restored: restore,
  },
  refused: {
    connected: connect,
    disconnected: disconnect,
    wanted: wantNow,
    answered: stay,
    patched: stay,
    happened: stay,
    beaten: stay,
    removed: remove,
    ticked: (state, { now }) => (now - state.since > refusedMs ? ask(state, now) : stay(state)),
    restored: stay,
  },
};
