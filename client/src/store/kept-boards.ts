/**
 * What a wall shows is kept on its device, so that a wall that is switched on while the server is
 * away shows its last state with its age. Written at most every few seconds, one board in one place.
 */
import { restored } from '@emulation/client-sdk';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { keptBoard, storedBoard, type StoredBoard } from './kept-state.ts';
import { live, restoreBoard } from './subscriptions.ts';

interface Kept extends DBSchema {
  boards: { key: string; value: StoredBoard };
  /** When the server was last heard, by board: little, and written more often. */
  heard: { key: string; value: number };
}

const lookMs = 5_000;
/** A board on which something happens all the time would wear out the memory of a small device. */
const writeMs = 20_000;
/** Boards kept on one device; the ones heard longest ago make room. */
const mostBoards = 4;

let opening: Promise<IDBPDatabase<Kept>> | undefined;

function openKept(): Promise<IDBPDatabase<Kept>> {
  opening ??= openDB<Kept>('emulation-walls', 1, {
    upgrade: (db) => {
      db.createObjectStore('boards', { keyPath: 'board' });
      db.createObjectStore('heard');
    },
  });
  return opening;
}

async function write(stored: StoredBoard): Promise<void> {
  const db = await openKept();
  const others = (await db.getAll('boards')).filter(({ board }) => board !== stored.board);
  others.sort((a, b) => b.heardAt - a.heardAt);
  for (const { board } of others.slice(mostBoards - 1)) await db.delete('boards', board);
  await db.put('boards', stored);
}

async function restore(board: string): Promise<void> {
  const db = await openKept();
  const stored = await db.get('boards', board);
  const heardAt = (await db.get('heard', board)) ?? stored?.heardAt ?? 0;
  if (!stored) return;
  const kept = keptBoard(stored);
  restoreBoard(board, Math.max(heardAt, stored.heardAt), (state) => restored(state, kept));
}

/** Keeps what is shown of one board, as long as it is true. */
class Keeper {
  readonly #board: string;
  #written: unknown;
  #writtenAt = -Infinity;

  constructor(board: string) {
    this.#board = board;
  }

  async look(now: number): Promise<void> {
    const { boards, link } = live.getState();
    const state = boards[this.#board];
    // What is stale was kept while it was live.
    if (state?.name !== 'live' || link.state !== 'live') return;
    const heardAt = link.lastHeardAt ?? now;
    if (state !== this.#written && now - this.#writtenAt < writeMs) return;
    const stored = state === this.#written ? undefined : storedBoard(state, heardAt);
    this.#written = state;
    if (stored) this.#writtenAt = now;
    if (stored) await write(stored);
    else await (await openKept()).put('heard', heardAt, this.#board);
  }
}

/** Storage that is forbidden or full: the wall works, and starts empty without the server. */
const without = () => undefined;

/** Shows what was kept of a board and goes on keeping it, until the returned function is called. */
export function keepBoard(board: string): () => void {
  void restore(board).catch(without);
  const keeper = new Keeper(board);
  const timer = setInterval(() => void keeper.look(Date.now()).catch(without), lookMs);
  return () => clearInterval(timer);
}
