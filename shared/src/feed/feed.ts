import type { Happening } from '../board/happening.ts';

/** Happenings a board looks back on; older ones are forgotten. */
export const feedLength = 10_000;

export interface Feed {
  /** Oldest first. */
  happenings: Happening[];
  /** Position up to which happenings were forgotten. */
  forgottenTo: number;
}

export function createFeed(): Feed {
  return { happenings: [], forgottenTo: 0 };
}

/** Adds happenings of one position; trims in bulk so that adding stays cheap. */
export function addToFeed(feed: Feed, happenings: readonly Happening[]): void {
  for (const happening of happenings) feed.happenings.push(happening);
  const surplus = feed.happenings.length - feedLength;
  if (surplus < feedLength / 10) return;
  const [last] = feed.happenings.splice(0, surplus).slice(-1);
  feed.forgottenTo = last?.seq ?? feed.forgottenTo;
}

export interface FeedMark {
  seq: number;
  n: number;
}

/** Number of happenings at or before (`seq`, `n`). */
function countThrough(feed: Feed, { seq, n }: FeedMark): number {
  let low = 0;
  let high = feed.happenings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The position lies within the array.
    const happening = feed.happenings[middle] as Happening;
    if (happening.seq < seq || (happening.seq === seq && happening.n <= n)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Happenings after position `seq`, oldest first, or `truncated` when there are more than `limit`. */
export function happeningsAfter(feed: Feed, seq: number, limit: number): Happening[] | 'truncated' {
  const from = countThrough(feed, { seq, n: Infinity });
  const isForgotten = seq < feed.forgottenTo;
  if (isForgotten || feed.happenings.length - from > limit) return 'truncated';
  return feed.happenings.slice(from);
}

export interface FeedPage {
  happenings: Happening[];
  /** Whether older ones follow. */
  more: boolean;
}

/** Happenings before a mark that are asked for, newest first. */
export function pageOfFeed(
  feed: Feed,
  query: { before?: FeedMark | undefined; limit: number },
  isAskedFor: (happening: Happening) => boolean,
): FeedPage {
  const { before, limit } = query;
  const end = before
    ? countThrough(feed, { seq: before.seq, n: before.n - 1 })
    : feed.happenings.length;
  const page: Happening[] = [];
  for (let at = end - 1; at >= 0; at--) {
    // The position lies within the array.
    const happening = feed.happenings[at] as Happening;
    if (!isAskedFor(happening)) continue;
    if (page.length === limit) return { happenings: page, more: true };
    page.push(happening);
  }
  return { happenings: page, more: false };
}
