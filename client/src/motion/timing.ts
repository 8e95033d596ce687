import type { Transition } from 'framer-motion';

/**
 * The one table of motion. Each entry says what it explains; nothing moves without a reason.
 * Durations in seconds, as framer-motion takes them; stylesheets have them from motion.css.
 */
export const seconds = {
  quick: 0.18,
  appear: 0.35,
  open: 0.42,
  grow: 0.6,
  rise: 2.4,
  breathe: 2.8,
  drift: 3,
  fade: 4,
} as const;

/** Fast out, soft landing: things that arrive. */
export const arrive = [0.16, 1, 0.3, 1] as const;
/** Slow out, fast away: things that leave. */
export const leave = [0.7, 0, 0.84, 0] as const;

/** A row travels to its new place: long enough for the eye to follow it, without a bounce. */
export const travel: Transition = { type: 'spring', stiffness: 140, damping: 24, mass: 1 };
/** The same spring, as good as critically damped, for what the browser moves by itself. */
const springiness = Math.sqrt(140);
/** After this nothing of a row's way is left that could be seen. */
export const travelMs = 700;

/** How much of its way a row has gone after so many ms, of 1. */
export function travelled(ms: number): number {
  if (ms >= travelMs) return 1;
  const turned = (springiness * Math.max(0, ms)) / 1000;
  return 1 - (1 + turned) * Math.exp(-turned);
}

const travelSteps = 24;
export const travelEasing = `linear(${Array.from({ length: travelSteps + 1 }, (_, step) =>
  travelled((travelMs * step) / travelSteps).toFixed(4),
).join(', ')})`;

/** Where only the outcome is to be seen. */
export const atOnce: Transition = { duration: 0 };
/** A row comes into the list or leaves it. */
export const appear = { duration: seconds.appear, ease: arrive } satisfies Transition;
/** The diagonal takes the screen. */
export const strike: Transition = { duration: 0.7, ease: arrive };
/** The diagonal gives the screen back. */
export const settle: Transition = { duration: 0.55, ease: leave };

/** A seal is pressed on: quick and heavy, and still at once. */
export const stamp: Transition = { duration: 0.45, ease: leave, delay: 0.55 };

/** Words of a takeover, each a beat after the one before. */
export function beat(position: number): Transition {
  return { duration: 0.5, ease: arrive, delay: 0.25 + position * 0.12 };
}

const generationSeconds = 0.3;

/** A tree grows from its root: each generation after the one it learned from. */
export function grow(generation: number): Transition {
  return { duration: seconds.appear, ease: arrive, delay: generation * generationSeconds };
}

/** The line to a generation is drawn while it appears. */
export function draw(generation: number): Transition {
  const delay = (generation - 1) * generationSeconds + generationSeconds / 2;
  return { duration: seconds.grow, ease: arrive, delay };
}

/** Before a name is said; among the last three the hall holds its breath longer. Seconds. */
export const breaths = { winner: 4, dramatic: 2.5, usual: 0.4, still: 0 } as const;
