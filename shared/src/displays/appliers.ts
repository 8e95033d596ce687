import type { Appliers, Effect } from '../board/effect.ts';
import { parseTime } from '../calendar/date.ts';
import type { FactType } from '../ledger/entry.ts';
import type { DisplayBook } from './book.ts';

type DisplayFactType = Extract<FactType, `${'playlist' | 'display' | 'message'}.${string}`>;

const changed: Effect = { happenings: [], areas: ['displays'] };
const unfit = (reason: string): Effect => ({ happenings: [], unfit: reason });

/** Messages end by the clock, and nobody says so: what ended by `at` makes room. */
function dropEnded({ messages }: DisplayBook, at: string): void {
  for (const [id, { until }] of messages)
    if (parseTime(until) <= parseTime(at)) messages.delete(id);
}

/** How facts about walls change the board. */
export const displayAppliers: Appliers<DisplayFactType> = {
  'playlist.put': ({ books }, { type: _, ...playlist }) => {
    books.displays.playlists.set(playlist.id, playlist);
    return changed;
  },
  'playlist.removed': ({ books }, { id }) => {
    const { playlists, displays } = books.displays;
    if (!playlists.delete(id)) return unfit('unknown-playlist');
    // Its walls choose for themselves again: a wall is never without something to show.
    for (const display of displays.values()) if (display.playlist === id) display.playlist = null;
    return changed;
  },
  'display.named': ({ books }, { type: _, ...display }) => {
    const { playlists, displays } = books.displays;
    if (display.playlist !== null && !playlists.has(display.playlist))
      return unfit('unknown-playlist');
    displays.set(display.id, display);
    return changed;
  },
  'display.removed': ({ books }, { id }) =>
    books.displays.displays.delete(id) ? changed : unfit('unknown-display'),
  'message.put': ({ books }, { type: _, ...message }, { at }) => {
    dropEnded(books.displays, at);
    books.displays.messages.set(message.id, { ...message, at });
    return changed;
  },
  'message.removed': ({ books }, { id }) =>
    books.displays.messages.delete(id) ? changed : unfit('unknown-message'),
};
