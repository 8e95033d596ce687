import type { Happening, HappeningKind } from '../board/happening.ts';
import type { BoardState } from '../board/state.ts';
import { happeningsAfter, pageOfFeed, type FeedMark, type FeedPage } from './feed.ts';

/** Happenings newest first, before a mark, of one kind or of all. */
export function feedPage(
  state: BoardState,
  query: { before?: FeedMark | undefined; limit: number; kind?: HappeningKind | undefined },
): FeedPage {
  return pageOfFeed(state.feed, query);
}

/** Happenings after a position, oldest first; `truncated` when there are more than `limit`. */
export function happeningsSince(
  state: BoardState,
  seq: number,
  limit: number,
): Happening[] | 'truncated' {
  return happeningsAfter(state.feed, seq, limit);
}
