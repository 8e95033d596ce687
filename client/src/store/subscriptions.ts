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

/** Of each board the state that is not shown yet. */
const unshown = new Map<string, BoardSync>();
/** Where there are no frames, as in a tab that is not looked at. */
const noFrameMs = 250;
let showTimer: ReturnType<typeof setTimeout> | undefined;
let showFrame = 0;

function showBoards(): void {
  clearTimeout(showTimer);
  cancelAnimationFrame(showFrame);
  if (unshown.size === 0) return;
  const news = Object.fromEntries(unshown);
  unshown.clear();
  live.setState(({ boards }) => ({ boards: { ...boards, ...news } }));
}

/** However many patches come between two frames, the page is drawn once for all of them. */
function showSoon(state: BoardSync): void {
  if (unshown.size === 0) {
    showTimer = setTimeout(showBoards, noFrameMs);
    showFrame = requestAnimationFrame(showBoards);
  }
  unshown.set(state.board, state);
}

function connect(): Driver {
  return startDriver(
    {
      board: (state) => {
        void kept().then(({ keepTopics }) => keepTopics(state), loose);
        showSoon(state);
      },
      link: (link) => live.setState({ link }),
      happening: (happening) => {
        // Whoever hears it finds the rows as they were told before it.
        if (listeners.has(happening.board)) showBoards();
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
 * over, those of the first snapshot never. Watches the feed while it listens.
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
