import type { DisplaysRow, Playlist, Receipt, WallMessage, WallStatus } from '@emulation/shared';
import { displayCode } from '../ui/display-code.ts';

/** One wall: what a steward has said of it, and what it says of itself. */
export interface Wall {
  id: string;
  name: string | null;
  playlist: string | null;
  status: WallStatus | undefined;
}

export interface WallRows {
  walls: Wall[];
  playlists: Playlist[];
  messages: WallMessage[];
  receipts: Receipt[];
  /** What the server serves. */
  build: string;
}

/** What a wall is called: its name, or the code that it shows itself. */
export const wallName = ({ id, name }: Pick<Wall, 'id' | 'name'>) => name ?? displayCode(id);

function compareWalls(a: Wall, b: Wall): number {
  const isHere = (wall: Wall) => Number(wall.status?.online ?? false);
  const isNamed = (wall: Wall) => Number(wall.name !== null);
  return (
    isNamed(b) - isNamed(a) ||
    (a.name === null ? isHere(b) - isHere(a) : 0) ||
    wallName(a).localeCompare(wallName(b), undefined, { numeric: true })
  );
}

/** The rows of topic `displays`, by what they are; named walls first, by name. */
export function sortWalls(rows: Iterable<DisplaysRow>): WallRows {
  const walls = new Map<string, Wall>();
  const wallOf = (id: string): Wall => {
    const wall = walls.get(id) ?? { id, name: null, playlist: null, status: undefined };
    walls.set(id, wall);
    return wall;
  };
  const sorted: WallRows = { walls: [], playlists: [], messages: [], receipts: [], build: '' };
  for (const row of rows) {
    if (row.kind === 'playlist') sorted.playlists.push(row);
    else if (row.kind === 'message') sorted.messages.push(row);
    else if (row.kind === 'receipt') sorted.receipts.push(row);
    else if (row.kind === 'server') sorted.build = row.build;
    else if (row.kind === 'wall') wallOf(row.id).status = row;
    else Object.assign(wallOf(row.id), { name: row.name, playlist: row.playlist });
  }
  sorted.walls = [...walls.values()].sort(compareWalls);
  sorted.receipts.sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1));
  return sorted;
}
