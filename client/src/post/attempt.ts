/**
 * One attempt to post, from the tap to the answer. It has one idempotency key for its whole life,
 * so that however often it is sent, over reloads, tabs and dead networks, it is posted once.
 *
 *   waiting ── its turn, and due ──▶ sending ── answered ────────────▶ answered
 *     ▲ ▲ │                          │ │ │
 *     │ │ └── nobody signed in ──┐   │ │ └──── refused for good ─────▶ refused
 *     │ └──── no answer, 408, 429, 5xx ┘ │
 *     │                          ▼       │
 *     └── signed in again ───── held ◀───┴── 401
 *
 * A refused one is set aside with its reason: those behind it go on. A waiting or held one keeps
 * those behind it waiting, for results go out in the order in which they were typed.
 */
import type { PostedResult, Problem, ResultAnswer } from '../api/client.ts';

/** `turn`: not tried yet. */
export type WaitReason = 'turn' | 'unreachable' | 'busy' | 'unavailable';

export type AttemptState =
  | { name: 'waiting'; tries: number; why: WaitReason; until: number }
  | { name: 'sending'; tries: number }
  | { name: 'held'; tries: number; problem: Problem }
  | { name: 'refused'; problem: Problem }
  | { name: 'answered'; answer: ResultAnswer };

export interface Attempt {
  readonly key: string;
  readonly board: string;
  /** The actor who typed it; null where nobody was signed in. Nobody else sees or sends it. */
  readonly owner: string | null;
  readonly body: PostedResult;
  /** ms by this device's clock; no two of a device have the same, so they have one order. */
  readonly typedAt: number;
  readonly state: AttemptState;
  /** A photo lies beside it on the device, and what the server called it once it was there. */
  readonly photo?: { picture?: string };
}

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;
/** A server that names a longer wait than this is asked again sooner. */
const longestNamedMs = 300_000;

export type Outcome =
  | { kind: 'answer'; answer: ResultAnswer }
  | { kind: 'problem'; problem: Problem };

function waitReason({ status }: Problem): WaitReason | undefined {
  if (status === 0 || status === 408) return 'unreachable';
  if (status === 429) return 'busy';
  return status >= 500 ? 'unavailable' : undefined;
}

function waitMs(problem: Problem, tries: number): number {
  if (problem.retryAfter !== undefined) return Math.min(longestNamedMs, problem.retryAfter * 1000);
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.max(0, tries - 1));
}

export function beginAttempt(
  told: Pick<Attempt, 'key' | 'board' | 'owner' | 'body' | 'photo'>,
  now: number,
): Attempt {
  return { ...told, typedAt: now, state: { name: 'waiting', tries: 0, why: 'turn', until: now } };
}

export function isPending({ state }: Attempt): boolean {
  return state.name === 'sending' || state.name === 'waiting';
}

/** Not over: it will be sent, or somebody has to sign in first. */
export function isUnsent(attempt: Attempt): boolean {
  return isPending(attempt) || attempt.state.name === 'held';
}

/** Neither tried in vain nor given up: on its way for the first time, or about to be. */
export function isFirstTry({ state }: Attempt): boolean {
  if (state.name === 'waiting') return state.tries === 0;
  return state.name === 'sending' && state.tries <= 1;
}

/**
 * What the page shows of an attempt: a first try is the form's own, unless it `lasts` longer than
 * anybody watches or others go out before it; a retry stays where it waits.
 */
export function stageOf(
  attempt: Attempt | undefined,
  lasts = false,
): 'form' | 'waiting' | 'held' | 'answered' {
  const state = attempt?.state;
  if (!state || state.name === 'refused') return 'form';
  if (isFirstTry(attempt) && !lasts) return 'form';
  return state.name === 'sending' ? 'waiting' : state.name;
}

export function settle(attempt: Attempt, outcome: Outcome, now: number): Attempt {
  if (outcome.kind === 'answer')
    return { ...attempt, state: { name: 'answered', answer: outcome.answer } };
  const tries = 'tries' in attempt.state ? attempt.state.tries : 1;
  const { problem } = outcome;
  const why = waitReason(problem);
  if (why)
    return {
      ...attempt,
      state: { name: 'waiting', tries, why, until: now + waitMs(problem, tries) },
    };
  if (problem.status === 401) return { ...attempt, state: { name: 'held', tries, problem } };
  return { ...attempt, state: { name: 'refused', problem } };
}

/** On its way, with the same key; an answered or refused attempt is over. */
export function send(attempt: Attempt): Attempt {
  if (!isUnsent(attempt) || !('tries' in attempt.state)) return attempt;
  return { ...attempt, state: { name: 'sending', tries: attempt.state.tries + 1 } };
}

/** Due at once: somebody asked for it, signed in, or the network came back. */
export function hasten(attempt: Attempt, now: number): Attempt {
  const { state } = attempt;
  if (state.name === 'waiting') return { ...attempt, state: { ...state, until: now } };
  if (state.name !== 'held') return attempt;
  return { ...attempt, state: { name: 'waiting', tries: state.tries, why: 'turn', until: now } };
}
