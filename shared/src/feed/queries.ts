import type { Happening } from '../board/happening.ts';
import type { BoardState } from '../board/state.ts';
import { isAskedFor, type FeedFilter } from './filter.ts';
import { happeningsAfter, pageOfFeed, type FeedMark, type FeedPage } from './feed.ts';

/** Happenings newest first, before a mark, those that a filter lets through. */
export function feedPage(
  state: BoardState,
  query: { before?: FeedMark | undefined; limit: number } & FeedFilter,
): FeedPage {
  return pageOfFeed(state.feed, query, (happening) => isAskedFor(state, query, happening));
}

/** Happenings after a position, oldest first; `truncated` when there are more than `limit`. */
export function happeningsSince(
  state: BoardState,
  seq: number,
  limit: number,
): Happening[] | 'truncated' {
  return happeningsAfter(state.feed, seq, limit);
}
