import type { Transition } from 'framer-motion';

/**
 * The one table of motion. Each entry says what it explains; nothing moves without a reason.
 * Durations in seconds, as framer-motion takes them.
 */

/** Fast out, soft landing: things that arrive. */
export const arrive = [0.16, 1, 0.3, 1] as const;
/** Slow out, fast away: things that leave. */
export const leave = [0.7, 0, 0.84, 0] as const;

/** A row travels to its new place: long enough for the eye to follow it, without a bounce. */
export const travel: Transition = { type: 'spring', stiffness: 140, damping: 24, mass: 1 };
/** A row comes into the list or leaves it. */
export const appear: Transition = { duration: 0.35, ease: arrive };
/** The diagonal takes the screen. */
export const strike: Transition = { duration: 0.7, ease: arrive };
/** The diagonal gives the screen back. */
export const settle: Transition = { duration: 0.55, ease: leave };

/** Words of a takeover, each a beat after the one before. */
export function beat(position: number): Transition {
  return { duration: 0.5, ease: arrive, delay: 0.25 + position * 0.12 };
}
