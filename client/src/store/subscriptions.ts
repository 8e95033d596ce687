import {
  firstBoard,
  newLink,
  startDriver,
  type ClientKind,
  type Driver,
  type BoardSync,
  type Link,
} from '@emulation/client-sdk';
import type {
  CommandMessage,
  CommandReply,
  DisplayReply,
  DisplayReport,
  Happening,
} from '@emulation/shared';
import { createStore, useStore } from 'zustand';
import { firstData } from '../first/first-data.ts';
import { DrawingPace } from './drawing-pace.ts';
import { currentOwner } from './session.ts';

interface Live {
  boards: Readonly<Record<string, BoardSync>>;
  link: Link;
}

const isWall = () => location.pathname.endsWith('/wall');

/** Boards that came with the page. */
function firstBoards(): Live['boards'] {
  const first = firstData();
  return first ? { [first.board]: firstBoard(first) } : {};
}

export const live = createStore<Live>()(() => ({ boards: firstBoards(), link: newLink }));
export const useLive = <T>(select: (state: Live) => T): T => useStore(live, select);

type HappeningListener = (happening: Happening) => void;
type CommandListener = (message: CommandMessage) => Promise<CommandReply> | CommandReply;

const wanted = new Map<string, Map<string, number>>();
const listeners = new Map<string, Set<HappeningListener>>();
const changedBoards = new Set<string>();
/** Topics that were looked for on the device. */
const restored = new Set<string>();
let driver: Driver | undefined;
let obey: CommandListener | undefined;

function kindOfPage(): ClientKind {
  if (isWall()) return 'display';
  return location.pathname.endsWith('/post') ? 'leader' : 'spectator';
}

/** A wall shows what everybody sees, whoever is signed in on it. */
const loadKept = () =>
  import('./kept-topics.ts').then((kept) => {
    kept.keepFor(() => (isWall() ? null : currentOwner()));
    return kept;
  });

/** Beside the page's own code, which does without it: the first load pays nothing for it. */
let keeping: ReturnType<typeof loadKept> | undefined;
const kept = () => (keeping ??= loadKept());
const loose = () => undefined;

/** Of each board the state that is not drawn yet. */
const undrawn = new Map<string, BoardSync>();
const pace = new DrawingPace(() => {
  const news = Object.fromEntries(undrawn);
  undrawn.clear();
  live.setState(({ boards }) => ({ boards: { ...boards, ...news } }));
});

function drawSoon(state: BoardSync): void {
  undrawn.set(state.board, state);
  pace.ask();
}

/** Until the returned function is called nothing new is drawn of any board: something covers them. */
export const holdDrawing = (): (() => void) => pace.hold();

/** The rows of a topic as they are told now, drawn or not. */
export function rowsNow<T extends object>(board: string, topic: string): ReadonlyMap<string, T> {
  const state = undrawn.get(board) ?? live.getState().boards[board];
  // The topic's name decides the type of its rows (shared/src/views/row.ts).
  return (state?.topics.get(topic)?.rows ?? new Map()) as ReadonlyMap<string, T>;
}

/** Every message says that the server is there; ages are shown in seconds. */
function hearLink(link: Link): void {
  const known = live.getState().link;
  const isLater = (link.lastHeardAt ?? 0) - (known.lastHeardAt ?? 0) >= 1_000;
  if (link.state !== known.state || isLater) live.setState({ link });
}

function connect(): Driver {
  return startDriver(
    {
      board: (state) => {
        void kept().then(({ keepTopics }) => keepTopics(state), loose);
        drawSoon(state);
      },
      link: hearLink,
      happening: (happening) => {
        for (const listener of listeners.get(happening.board) ?? []) listener(happening);
      },
      // Whoever keeps the app on this device hears it (`install/newest-build.ts`).
      outdated: () => window.dispatchEvent(new Event('board:outdated')),
      command: (message, answer) => {
        if (obey) void Promise.resolve(obey(message)).then(answer);
        else answer({ ok: false, detail: 'no wall' });
      },
    },
    { kind: kindOfPage(), asksPublic: isWall, first: live.getState().boards },
  );
}

/** A cheer of this visitor; whether it was counted. */
export function cheer(board: string, about: { unit: string } | { result: string }) {
  driver ??= connect();
  return driver.cheer({ board, ...about });
}

/** A page mounts and unmounts many hooks in one turn: the server hears the outcome, once. */
function schedule(board: string): void {
  if (changedBoards.size === 0) setTimeout(flush, 0);
  changedBoards.add(board);
}

function flush(): void {
  driver ??= connect();
  for (const board of changedBoards) {
    const topics = new Set(wanted.get(board)?.keys());
    driver.want(board, topics);
    void restore(driver, board, topics);
  }
  changedBoards.clear();
}

async function restore(to: Driver, board: string, topics: ReadonlySet<string>): Promise<void> {
  const unknown = [...topics].filter((topic) => !restored.has(`${board} ${topic}`));
  for (const topic of unknown) restored.add(`${board} ${topic}`);
  if (unknown.length === 0) return;
  const found = await kept()
    .then(({ readKept }) => readKept(board, new Set(unknown)))
    .catch(loose);
  if (found) to.showKept(board, found.topics, found.at);
}

/** Keeps a topic watched until the returned function is called; counted, so each caller is free. */
export function holdTopic(board: string, topic: string): () => void {
  const counts = wanted.get(board) ?? new Map<string, number>();
  wanted.set(board, counts);
  const count = counts.get(topic) ?? 0;
  counts.set(topic, count + 1);
  if (count === 0) schedule(board);
  return () => {
    const left = (counts.get(topic) ?? 1) - 1;
    if (left > 0) return void counts.set(topic, left);
    counts.delete(topic);
    schedule(board);
  };
}

/**
 * Every happening once, in order, from now on; those missed in an interruption come when it is
 * over, those of the first snapshot never. Watches the feed while it listens. At once, when its rows
 * may not be drawn yet: `rowsNow` has them.
 */
export function onHappening(board: string, listener: HappeningListener): () => void {
  const release = holdTopic(board, 'feed');
  const all = listeners.get(board) ?? new Set<HappeningListener>();
  listeners.set(board, all.add(listener));
  return () => {
    all.delete(listener);
    release();
  };
}

/** Says what this screen is, as a wall; `undefined` while nobody hears it. */
export async function reportDisplay(report: DisplayReport): Promise<DisplayReply | undefined> {
  return driver?.report(report);
}

/** Does what stewards ask of this screen, until the returned function is called. */
export function onCommand(listener: CommandListener): () => void {
  obey = listener;
  return () => {
    if (obey === listener) obey = undefined;
  };
}

/** Puts what this device kept of a board where the server has said nothing yet. */
export function restoreBoard(...kept: Parameters<Driver['restore']>): void {
  driver?.restore(...kept);
}
