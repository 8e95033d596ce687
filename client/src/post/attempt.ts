/**
 * One attempt to post, from the tap to the answer. It has one idempotency key for its whole life,
 * so that however often it is sent, over reloads and dead networks, it is posted once.
 *
 *   sending ── answered ─────────────────────▶ answered
 *     ▲ │ ├─── no answer, 429, 5xx ─▶ waiting ─┐
 *     │ │ ├─── 401, 403 ────────────▶ held     │ due, or tried by hand
 *     │ │ └─── any other problem ───▶ refused  │
 *     └─┴──────────────────────────────────────┘
 */
import type { PostedResult, Problem, ResultAnswer } from '../api/client.ts';

export type WaitReason = 'unreachable' | 'busy' | 'unavailable';

export type AttemptState =
  | { name: 'sending'; tries: number }
  | { name: 'waiting'; tries: number; why: WaitReason; until: number }
  | { name: 'held'; tries: number; problem: Problem }
  | { name: 'refused'; problem: Problem }
  | { name: 'answered'; answer: ResultAnswer };

export interface Attempt {
  readonly key: string;
  readonly body: PostedResult;
  /** ms by this device's clock. */
  readonly typedAt: number;
  readonly state: AttemptState;
}

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;
/** A server that names a longer wait than this is asked again sooner. */
const longestNamedMs = 300_000;

export type Outcome =
  { kind: 'answer'; answer: ResultAnswer } | { kind: 'problem'; problem: Problem };

function waitReason({ status }: Problem): WaitReason | undefined {
  if (status === 0 || status === 408) return 'unreachable';
  if (status === 429) return 'busy';
  return status >= 500 ? 'unavailable' : undefined;
}

function waitMs(problem: Problem, tries: number): number {
  if (problem.retryAfter !== undefined) return Math.min(longestNamedMs, problem.retryAfter * 1000);
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.max(0, tries - 1));
}

export function beginAttempt(key: string, body: PostedResult, now: number): Attempt {
  return { key, body, typedAt: now, state: { name: 'sending', tries: 1 } };
}

export function isPending({ state }: Attempt): boolean {
  return state.name === 'sending' || state.name === 'waiting';
}

/** What the page shows of an attempt: a retry stays where its waiting was. */
export function stageOf(attempt: Attempt | undefined): 'form' | 'waiting' | 'held' | 'answered' {
  const state = attempt?.state;
  if (!state || state.name === 'refused') return 'form';
  if (state.name === 'sending') return state.tries > 1 ? 'waiting' : 'form';
  return state.name;
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
  if (problem.status === 401 || problem.status === 403)
    return { ...attempt, state: { name: 'held', tries, problem } };
  return { ...attempt, state: { name: 'refused', problem } };
}

/** Sends again with the same key; an answered or refused attempt is over. */
export function retry(attempt: Attempt): Attempt {
  const { state } = attempt;
  if (state.name !== 'waiting' && state.name !== 'held') return attempt;
  return { ...attempt, state: { name: 'sending', tries: state.tries + 1 } };
}

export function isDue({ state }: Attempt, now: number): boolean {
  return state.name === 'waiting' && now >= state.until;
}

/** After a reload nobody waits for the answer of what was being sent: it is sent again. */
export function resume(attempt: Attempt, now: number): Attempt {
  if (attempt.state.name !== 'sending') return attempt;
  const { tries } = attempt.state;
  return { ...attempt, state: { name: 'waiting', tries, why: 'unreachable', until: now } };
}

/** Newest first; everything unfinished is kept, of the finished ones the newest. */
export function prune(attempts: readonly Attempt[], finished: number): Attempt[] {
  let left = finished;
  const isOver = ({ state }: Attempt) => state.name === 'answered' || state.name === 'refused';
  return [...attempts]
    .sort((a, b) => b.typedAt - a.typedAt)
    .filter((attempt) => !isOver(attempt) || left-- > 0);
}
