import type { Receipt, WallStatus } from '../protocol/http/display.ts';
import type { NamedDisplay, Playlist, WallMessage } from './book.ts';

/** What one wall needs. Topic `display:<id>`: `display`, `message:<id>`. */
export type DisplayRow =
  | {
      kind: 'display';
      id: string;
      /** `null`: no steward has named it. */
      name: string | null;
      /** `null`: it chooses for itself. */
      playlist: Playlist | null;
    }
  | ({ kind: 'message' } & WallMessage);

/**
 * Topic `displays`, for stewards: `playlist:<id>`, `display:<id>`, `message:<id>` from the ledger;
 * `wall:<id>`, `receipt:<epoch>:<seq>` and `server` from those who are there.
 */
export type DisplaysRow =
  | ({ kind: 'playlist' } & Playlist)
  | ({ kind: 'display' } & NamedDisplay)
  | ({ kind: 'message' } & WallMessage)
  | ({ kind: 'wall' } & WallStatus)
  | ({ kind: 'receipt' } & Receipt)
  | { kind: 'server'; build: string };
