import type { Happening, TopicAnswer } from '@emulation/shared';

export const maxHappenings = 200;

/**
 * The happenings held, newest first. `seq` is the position they are complete to, null before the
 * first answer. `last` is the newest one announced: each is announced once, in order.
 */
export interface Feed {
  readonly status: 'loading' | 'ready' | 'missing';
  readonly seq: number | null;
  readonly last: { readonly seq: number; readonly n: number };
  readonly happenings: readonly Happening[];
}

export const unknownFeed: Feed = {
  status: 'loading',
  seq: null,
  last: { seq: 0, n: 0 },
  happenings: [],
};

interface Place {
  readonly seq: number;
  readonly n: number;
}
export const compare = (a: Place, b: Place) => a.seq - b.seq || a.n - b.n;

/** Newest first, each once. */
function merge(held: readonly Happening[], added: readonly Happening[]): readonly Happening[] {
  const all = [...held, ...added].sort((a, b) => compare(b, a));
  const distinct = all.filter((one, i) => i === 0 || compare(one, all[i - 1] as Happening) !== 0);
  return distinct.slice(0, maxHappenings);
}

export interface FeedStep {
  feed: Feed;
  announced: readonly Happening[];
}

export function hearHappening(feed: Feed, happening: Happening): FeedStep {
  if (compare(happening, feed.last) <= 0) return { feed, announced: [] };
  const { seq, n } = happening;
  return {
    feed: { ...feed, last: { seq, n }, happenings: merge(feed.happenings, [happening]) },
    announced: [happening],
  };
}

/** The position to name as known: of the newest position some happenings may still be on the way. */
export function knownFeed(feed: Feed): number | null {
  if (feed.seq === null) return null;
  return Math.max(feed.seq, feed.last.seq - 1);
}

/** Missed happenings are announced late rather than never; those of a snapshot are history. */
export function answerFeed(feed: Feed, answer: TopicAnswer): FeedStep {
  if ('snapshot' in answer) {
    // The rows of the topic `feed` are happenings (contract, "Live").
    const rows = Object.values(answer.snapshot.rows) as unknown as Happening[];
    const newer = feed.happenings.filter((one) => one.seq > answer.seq);
    const happenings = merge(newer, rows);
    const newest = happenings[0];
    const last = newest && compare(newest, feed.last) > 0 ? newest : feed.last;
    const place = { seq: last.seq, n: last.n };
    return { feed: { status: 'ready', seq: answer.seq, last: place, happenings }, announced: [] };
  }
  if (feed.seq === null) return { feed, announced: [] };
  const missed = 'patches' in answer ? answer.patches.filter((one) => 'n' in one) : [];
  let step: FeedStep = { feed, announced: [] };
  for (const happening of [...missed].sort(compare)) {
    const next = hearHappening(step.feed, happening);
    step = { feed: next.feed, announced: [...step.announced, ...next.announced] };
  }
  const seq = Math.max(feed.seq, answer.seq);
  return { feed: { ...step.feed, status: 'ready', seq }, announced: step.announced };
}
