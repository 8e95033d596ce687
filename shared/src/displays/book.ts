import type { DisplayBody, MessageBody, PlaylistBody } from '../vocabulary/display.ts';

export interface Playlist extends PlaylistBody {
  id: string;
}

/** A wall that a steward has named. Whether it is there now no ledger knows. */
export interface NamedDisplay extends DisplayBody {
  id: string;
}

export interface WallMessage extends MessageBody {
  id: string;
  /** When it was said, ISO UTC. */
  at: string;
}

/** What the walls of a board show, in the order in which it was first put. */
export interface DisplayBook {
  playlists: Map<string, Playlist>;
  displays: Map<string, NamedDisplay>;
  /** Those that ended are dropped when the next is said. */
  messages: Map<string, WallMessage>;
}

export function createDisplayBook(): DisplayBook {
  return { playlists: new Map(), displays: new Map(), messages: new Map() };
}
