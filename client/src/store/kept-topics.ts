/**
 * The last rows of every topic this device showed, so that a page that opens without the server
 * shows the board as it stood, and says how old it is. They are never more than that: the first
 * answer of the server replaces them whole.
 */
import type { BoardSync, Topic } from '@emulation/client-sdk';
import type { Row } from '@emulation/shared';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface KeptTopic {
  board: string;
  topic: string;
  /** Whose eyes they were for: a steward sees more than a hall. */
  owner: string | null;
  /** Rows may have another form in another build. */
  build: string;
  /** ms by this device's clock. */
  at: number;
  rows: [string, Row][];
}

interface Schema extends DBSchema {
  topics: { key: [string, string]; value: KeptTopic; indexes: { board: string } };
}

export interface Restored {
  topics: ReadonlyMap<string, ReadonlyMap<string, Row>>;
  /** ms; the oldest of them. */
  at: number;
}

const keepEveryMs = 10_000;
/** A visit may be short. */
const firstKeepMs = 700;
const build = () => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';

let opening: Promise<IDBPDatabase<Schema>> | undefined;
/** Rows as they were last written, and for whom. */
const written = new Map<string, { rows: ReadonlyMap<string, Row>; owner: string | null }>();
const latest = new Map<string, BoardSync>();
let timer: ReturnType<typeof setTimeout> | undefined;
let reader: () => string | null = () => null;

async function open(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('emulation.kept', 1, {
    upgrade: (database) =>
      void database
        .createObjectStore('topics', { keyPath: ['board', 'topic'] })
        .createIndex('board', 'board'),
  });
  return opening;
}

/** `ownerOf` says for whose eyes this page shows what it shows. */
export function keepFor(ownerOf: () => string | null): void {
  reader = ownerOf;
  window.addEventListener('pagehide', () => void writeAll().catch(() => undefined));
}

function isNews(key: string, topic: Topic, owner: string | null): boolean {
  if (topic.status !== 'ready' || topic.seq === null) return false;
  const last = written.get(key);
  return last?.rows !== topic.rows || last.owner !== owner;
}

async function writeAll(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const database = await open();
  const change = database.transaction('topics', 'readwrite');
  const owner = reader();
  for (const { board, wanted, topics } of latest.values())
    for (const [name, topic] of topics) {
      const key = `${board} ${name}`;
      if (!wanted.has(name) || !isNews(key, topic, owner)) continue;
      written.set(key, { rows: topic.rows, owner });
      const rows = [...topic.rows];
      void change.store.put({ board, topic: name, owner, build: build(), at: Date.now(), rows });
    }
  latest.clear();
  await change.done;
}

/** Takes note of what is shown now; written after a while, and when the page goes. */
export function keepTopics(state: BoardSync): void {
  if (state.refusal === 'not-found') void forgetBoard(state.board).catch(() => undefined);
  if (state.name !== 'live') return;
  latest.set(state.board, state);
  // A device that keeps nothing opens empty, as it always did.
  const wait = written.size === 0 ? firstKeepMs : keepEveryMs;
  timer ??= setTimeout(() => void writeAll().catch(() => undefined), wait);
}

/** What was kept of these topics for whoever looks now. */
export async function readKept(
  board: string,
  names: ReadonlySet<string>,
): Promise<Restored | undefined> {
  const all = await open()
    .then((database) => database.getAllFromIndex('topics', 'board', board))
    .catch(() => []);
  const fitting = all.filter(
    (one) => names.has(one.topic) && one.build === build() && one.owner === reader(),
  );
  if (fitting.length === 0) return undefined;
  return {
    topics: new Map(fitting.map(({ topic, rows }) => [topic, new Map(rows)])),
    at: Math.min(...fitting.map(({ at }) => at)),
  };
}

async function forgetBoard(board: string): Promise<void> {
  latest.delete(board);
  const database = await open();
  const keys = await database.getAllKeysFromIndex('topics', 'board', board);
  await Promise.all(keys.map((key) => database.delete('topics', key)));
}

/** Somebody signs out: what their eyes saw does not stay for the next. */
export async function forgetKept(): Promise<void> {
  latest.clear();
  written.clear();
  await open()
    .then((database) => database.clear('topics'))
    .catch(() => undefined);
}
