/**
 * The stop before an implausible value: asked once for the very value of a unit and metric.
 *
 *   clear ──post──▶ (known and usual) sent
 *     │  ├──post, known and doubted──▶ asked ──post again──▶ sent
 *     │  └──post, not known yet──▶ waiting ──known──▶ sent, or asked
 *     │                              └──its time is over──▶ sent: nothing is known to doubt it
 *     └◀── another value is typed, from anywhere
 */

/** What is known of what the unit usually posts, for the value that is typed. */
export interface Known {
  /** False until the server, or what this device kept, has told of the unit's results. */
  isKnown: boolean;
  isDoubted: boolean;
}

export type Stop =
  | { readonly name: 'clear' }
  | { readonly name: 'waiting'; readonly question: string; readonly until: number }
  | { readonly name: 'asked'; readonly question: string };

export const clear: Stop = { name: 'clear' };

/** So long a tap may take that is made before the first answer of the server. */
export const liveWaitMs = 2_000;
/** What the device kept is there sooner, or not at all. */
export const keptWaitMs = 600;

const judged = (question: string, { isDoubted }: Known): Stop | 'post' =>
  isDoubted ? { name: 'asked', question } : 'post';

/** Somebody posts. `isLinked`: the server may yet answer. `now` in ms of any clock. */
export function submitted(
  stop: Stop,
  question: string,
  known: Known,
  { now, isLinked }: { now: number; isLinked: boolean },
): Stop | 'post' {
  if (stop.name !== 'clear' && stop.question === question)
    return stop.name === 'asked' ? 'post' : stop;
  if (known.isKnown) return judged(question, known);
  return { name: 'waiting', question, until: now + (isLinked ? liveWaitMs : keptWaitMs) };
}

/** Time has passed, the range has come, or something else is typed. */
export function waited(stop: Stop, question: string, known: Known, now: number): Stop | 'post' {
  if (stop.name !== 'clear' && stop.question !== question) return clear;
  if (stop.name !== 'waiting') return stop;
  if (known.isKnown) return judged(question, known);
  // Without a network a post is kept in seconds, not questioned each time.
  return now >= stop.until ? 'post' : stop;
}
