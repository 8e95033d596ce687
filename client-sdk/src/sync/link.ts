/**
 * Whether what is on the screen is true now.
 *
 *                connected            heard
 *  connecting ──────────────▶ live ◀────────── stale
 *      │ │                     │  ▲              ▲
 *      │ └── restored ────────────────────────▶ stale
 *      └── disconnected ──▶ (same)│ connected    │
 *                              └──┴── disconnected, or silent for 15 s
 */
export const silentMs = 15_000;
/** Silence after which the connection itself is thrown away and made anew. */
export const deadMs = 25_000;

export type LinkName = 'connecting' | 'live' | 'stale';

export interface Link {
  readonly state: LinkName;
  /** ms since the epoch, by this machine's clock. */
  readonly lastHeardAt: number | null;
}

export type LinkEvent =
  | { type: 'connected'; now: number }
  | { type: 'disconnected' }
  | { type: 'heard'; now: number }
  | { type: 'ticked'; now: number }
  /** Something kept of an earlier visit is shown, and nobody answers. */
  | { type: 'restored'; at: number };

export const newLink: Link = { state: 'connecting', lastHeardAt: null };

type Table = {
  [S in LinkName]: {
    [E in LinkEvent['type']]: (link: Link, event: Extract<LinkEvent, { type: E }>) => Link;
  };
};

const same = (link: Link): Link => link;
const hear = (_: Link, { now }: { now: number }): Link => ({ state: 'live', lastHeardAt: now });
const lose = (link: Link): Link => ({ ...link, state: 'stale' });

const table: Table = {
  connecting: {
    connected: hear,
    disconnected: same,
    heard: hear,
    ticked: same,
    restored: (_, { at }) => ({ state: 'stale', lastHeardAt: at }),
  },
  live: {
    connected: hear,
    disconnected: lose,
    heard: hear,
    ticked: (link, { now }) => (now - (link.lastHeardAt ?? now) > silentMs ? lose(link) : link),
    restored: same,
  },
  stale: { connected: hear, disconnected: same, heard: hear, ticked: same, restored: same },
};

export function stepLink(link: Link, event: LinkEvent): Link {
  // The key is the event's own type: the table's row takes exactly this event.
  const step = table[link.state][event.type] as (link: Link, event: LinkEvent) => Link;
  return step(link, event);
}

export function isDead(link: Link, now: number): boolean {
  return link.lastHeardAt !== null && now - link.lastHeardAt > deadMs;
}
