import {
  feedPage,
  happeningsSince,
  maxMissedHappenings,
  type BoardState,
  type Happening,
  type Rows,
  type TopicAnswer,
} from '@emulation/shared';

/** Happenings that a first look at the feed begins with. */
export const firstHappenings = 50;

function rowsOf(happenings: readonly Happening[]): Rows {
  // A happening is a plain object whose fields are read by name.
  return Object.fromEntries(happenings.map((one) => [`${one.seq}.${one.n}`, one as Rows[string]]));
}

/**
 * The feed for a watcher that has just joined. `announced`: the position up to which happenings
 * were sent to the room; the state may be ahead of it, and what is between is still to be sent.
 */
export function answerFeed(
  state: BoardState,
  announced: number,
  known: number | undefined,
): TopicAnswer {
  const isTold = (one: Happening) => one.seq <= announced;
  const missed =
    known === undefined || known > announced
      ? undefined
      : happeningsSince(state, known, maxMissedHappenings);
  if (missed === undefined || missed === 'truncated') {
    const { happenings } = feedPage(state, { limit: firstHappenings });
    const rows = rowsOf(happenings.filter(isTold));
    return { seq: announced, snapshot: { rows }, ...(missed ? { truncated: true } : {}) };
  }
  const patches = missed.filter(isTold);
  return patches.length > 0 ? { seq: announced, patches } : { seq: announced, upToDate: true };
}
