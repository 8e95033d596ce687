import type { Beat, Happening, Patch, Row, WatchAnswer, WatchRequest } from '@emulation/shared';
import type { Feed } from './feed.ts';
import type { Topic } from './topic.ts';

interface Known {
  readonly board: string;
  readonly wanted: ReadonlySet<string>;
  readonly epoch: string | null;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly feed: Feed;
  /** Heard while asking: the answer may hold earlier ones, which are announced first. */
  readonly held: readonly Happening[];
  /** Why the last question was refused; stands until one is answered, so that nothing flickers. */
  readonly refusal: string | null;
  /** Requests sent so far; only the answer to the newest one counts. */
  readonly requests: number;
}

export type BoardSync = Known &
  (
    | { readonly name: 'offline' }
    | { readonly name: 'asking'; readonly since: number }
    | { readonly name: 'live' }
    | { readonly name: 'refused'; readonly since: number }
  );
export type StateName = BoardSync['name'];
export type StateOf<S extends StateName> = Extract<BoardSync, { name: S }>;

export type BoardEvent =
  | { type: 'connected'; now: number }
  | { type: 'disconnected' }
  | { type: 'wanted'; topics: ReadonlySet<string>; now: number }
  | { type: 'answered'; request: number; answer: WatchAnswer; now: number }
  | { type: 'patched'; patch: Patch; now: number }
  | { type: 'happened'; happening: Happening; now: number }
  | { type: 'beaten'; beat: Beat; now: number }
  | { type: 'removed'; now: number }
  | { type: 'ticked'; now: number }
  /** What this device kept of an earlier visit: shown until the server answers, and never known. */
  | { type: 'restored'; topics: ReadonlyMap<string, ReadonlyMap<string, Row>> };
export type EventName = BoardEvent['type'];
export type EventOf<E extends EventName> = Extract<BoardEvent, { type: E }>;

export type Effect =
  /** `crowded`: everybody asks at this moment, so each waits a random part of a second first. */
  | { kind: 'ask'; request: number; body: WatchRequest; crowded: boolean }
  | { kind: 'leave' }
  | { kind: 'announce'; happening: Happening };

export interface Step {
  readonly state: BoardSync;
  readonly effects: readonly Effect[];
}

export type Transition<S extends StateName, E extends EventName> = (
  state: StateOf<S>,
  event: EventOf<E>,
) => Step;

/** Complete by construction: a state or an event without its transition does not compile. */
export type Transitions = { [S in StateName]: { [E in EventName]: Transition<S, E> } };
