import type { Happening, WatchAnswer } from '@emulation/shared';
import type { BoardSync, Effect, EventOf, Step, Transitions } from './board-state.ts';
import { ask, askAnew, want } from './board-question.ts';
import { answerFeed, hearHappening, unknownFeed } from './feed.ts';
import { answerTopic, isBehind, missingTopic, patchTopic, unknownTopic } from './topic.ts';

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
  return { ...state, topics, head: Math.max(state.head, patch.to) };
}

function happened(state: BoardSync, { happening }: EventOf<'happened'>): Step {
  const { feed, announced } = hearHappening(state.feed, happening);
  const head = Math.max(state.head, happening.seq);
  return { state: { ...state, feed, head }, effects: announce(announced) };
}

function lacks(state: BoardSync): boolean {
  if (state.wanted.has('feed') && state.feed.seq === null) return true;
  return [...state.topics].some(([name, one]) => state.wanted.has(name) && isBehind(one));
}

type Accepted = Extract<WatchAnswer, { ok: true }>;

/** What was held of another epoch is gone, but for happenings that came ahead of their answer. */
function inEpoch(state: BoardSync, epoch: string): BoardSync {
  const happenings = state.feed.happenings.filter((one) => one.epoch === epoch);
  if (state.epoch === null || state.epoch === epoch)
    return { ...state, epoch, feed: { ...state.feed, happenings } };
  return { ...state, epoch, topics: new Map(), feed: { ...unknownFeed, happenings }, head: 0 };
}

function accept(before: BoardSync, answer: Accepted, now: number): Step {
  const state = inEpoch(before, answer.epoch);
  const topics = new Map(state.topics);
  for (const name of state.wanted) {
    if (name === 'feed') continue;
    const part = answer.topics[name];
    topics.set(name, part ? answerTopic(topics.get(name) ?? unknownTopic, part) : missingTopic);
  }
  const part = answer.topics['feed'];
  const { feed, announced } = part
    ? answerFeed(state.feed, part)
    : { feed: state.feed, announced: [] };
  const head = Math.max(state.head, answer.seq);
  const next: BoardSync = { ...state, name: 'live', topics, feed, head };
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
  return stay({ ...state, name: 'refused', since: now, kind: answer.kind });
}

const answered = (state: BoardSync, { request, answer, now }: EventOf<'answered'>): Step => {
  if (request !== state.requests) return stay(state);
  return answer.ok ? accept(state, answer, now) : refuse(state, answer, now);
};

const foreign = (state: BoardSync, epoch: string) => state.epoch !== null && epoch !== state.epoch;

/** Live, every patch of a wanted topic joins on, or the missing part is asked for. */
function livePatch(state: BoardSync, event: EventOf<'patched'>): Step {
  if (foreign(state, event.patch.epoch)) return askAnew(state, event.now);
  const next = patched(state, event);
  return lacks(next) ? ask(next, event.now) : stay(next);
}

/**
 * A beat ahead of all that was heard may only have overtaken a conflated patch; when the next beat
 * is still ahead, the part between is asked for.
 */
function liveBeat(state: BoardSync, { beat, now }: EventOf<'beaten'>): Step {
  if (foreign(state, beat.epoch)) return askAnew(state, now);
  if (beat.seq <= state.head) return stay({ ...state, unheard: 0 });
  return state.unheard > state.head ? ask(state, now) : stay({ ...state, unheard: beat.seq });
}

const connect = (state: BoardSync, { now }: { now: number }) => ask(state, now);
const disconnect = (state: BoardSync): Step => stay({ ...state, name: 'offline' });
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
    ticked: stay,
  },
  asking: {
    connected: connect,
    disconnected: disconnect,
    wanted: wantNow,
    answered,
    // The answer under way decides about epochs and gaps.
    patched: (state, event) =>
      stay(foreign(state, event.patch.epoch) ? state : patched(state, event)),
    happened: (state, event) =>
      foreign(state, event.happening.epoch) ? stay(state) : happened(state, event),
    beaten: stay,
    ticked: (state, { now }) => (now - state.since > answerMs ? ask(state, now) : stay(state)),
  },
  live: {
    connected: connect,
    disconnected: disconnect,
    wanted: wantNow,
    answered: stay,
    patched: livePatch,
    happened: (state, event) =>
      foreign(state, event.happening.epoch) ? askAnew(state, event.now) : happened(state, event),
    beaten: liveBeat,
    ticked: stay,
  },
  refused: {
    connected: connect,
    disconnected: disconnect,
    wanted: wantNow,
    answered: stay,
    patched: stay,
    happened: stay,
    beaten: stay,
    ticked: (state, { now }) => (now - state.since > refusedMs ? ask(state, now) : stay(state)),
  },
};
