import { create } from 'zustand';
import type { PostedResult } from '../api/client.ts';
import { onOwnerChange, useOwner } from '../store/session-acts.ts';
import { currentOwner } from '../store/session.ts';
import { onTabNews, tellTabs } from '../store/tab-news.ts';
import { newId } from '../ui/new-id.ts';
import { nextLook, seenBy, surplus } from './attempt-order.ts';
import {
  changeAttempt,
  keepAttempt,
  photoOf,
  readAttempts,
  removeAttempt,
  type Keeping,
} from './attempt-store.ts';
import { beginAttempt, hasten, isUnsent, type Attempt } from './attempt.ts';
import { takeOverOldOutbox } from './old-outbox.ts';
import { sendDue } from './sender.ts';

/** Answered attempts kept on the device. */
const kept = 20;
/** A line that waits for nothing known is looked at this often: another tab may have changed it. */
const lookMs = 15_000;

interface Outbox {
  boards: Readonly<Record<string, readonly Attempt[]>>;
  keeping: Keeping;
}

const useOutboxes = create<Outbox>(() => ({ boards: {}, keeping: 'kept' }));
const timers = new Map<string, ReturnType<typeof setTimeout>>();
let lastTypedAt = 0;

function show(board: string, attempts: readonly Attempt[]): void {
  useOutboxes.setState(({ boards }) => ({ boards: { ...boards, [board]: attempts } }));
}

async function refresh(board: string): Promise<void> {
  show(board, await readAttempts(board));
  plan(board);
}

const shownOf = (board: string) => useOutboxes.getState().boards[board] ?? [];

/** Wakes when the first of the line is due. */
function plan(board: string): void {
  clearTimeout(timers.get(board));
  const at = nextLook(shownOf(board), currentOwner());
  const wait = at === null ? lookMs : Math.min(lookMs, Math.max(0, at - Date.now()));
  timers.set(
    board,
    setTimeout(() => void go(board), wait),
  );
}

async function go(board: string): Promise<void> {
  await sendDue(board, currentOwner(), () => void refresh(board));
  await refresh(board);
}

/** Takes a result in, keeps it on the device, then sends it; answers with the attempt's key. */
export function post(board: string, body: PostedResult, photo?: Blob): string {
  // Two in one millisecond still have an order.
  lastTypedAt = Math.max(Date.now(), lastTypedAt + 1);
  const told = { key: newId(), board, owner: currentOwner(), body };
  const attempt = beginAttempt(photo ? { ...told, photo: {} } : told, lastTypedAt);
  show(board, [...shownOf(board), attempt]);
  void keepAndGo(attempt, photo);
  return attempt.key;
}

async function keepAndGo(attempt: Attempt, photo?: Blob): Promise<void> {
  const { board } = attempt;
  const keeping = await keepAttempt(attempt, photo);
  useOutboxes.setState({ keeping });
  tellTabs({ kind: 'attempts', board });
  for (const { key } of surplus(await readAttempts(board), kept)) await removeAttempt(key);
  await go(board);
}

/** Due at once, also what nobody had signed for: it is now of whoever asks. */
export async function sendAgain(board: string, key: string): Promise<void> {
  const now = Date.now();
  const attempts = shownOf(board);
  const asked = attempts.find((one) => one.key === key);
  const owner = asked?.owner ?? currentOwner();
  const adopt = (one: Attempt) => hasten({ ...one, owner: one.owner ?? owner }, now);
  // Those before it go first, so they are due as well.
  const line = attempts.filter((one) => isUnsent(one) && one.owner === owner);
  for (const one of line)
    if (one.key !== key) await changeAttempt(one.key, (old) => hasten(old, now));
  await changeAttempt(key, adopt);
  await go(board);
}

/** Takes an attempt off the device; the returned function puts it back as it was. */
export async function forget(board: string, key: string): Promise<() => Promise<void>> {
  const attempt = shownOf(board).find((one) => one.key === key);
  const photo = attempt?.photo && (await photoOf(key));
  await removeAttempt(key);
  await refresh(board);
  tellTabs({ kind: 'attempts', board });
  return async () => {
    if (attempt) await keepAndGo(attempt, photo);
  };
}

/** Everything unsent is tried at once: the network is back, or its owner has signed in again. */
async function hastenAll(board: string): Promise<void> {
  const now = Date.now();
  for (const one of await readAttempts(board))
    if (one.owner === currentOwner()) await changeAttempt(one.key, (old) => hasten(old, now));
  await go(board);
}

async function begin(board: string): Promise<void> {
  await takeOverOldOutbox(board);
  await refresh(board);
  await go(board);
}

/** Goes on with what earlier visits left, and sends what is due until the returned function is called. */
export function openOutbox(board: string): () => void {
  void begin(board);
  const hurry = () => void hastenAll(board);
  window.addEventListener('online', hurry);
  const stopOwner = onOwnerChange(hurry);
  const stopNews = onTabNews((news) => {
    if (news.kind === 'attempts' && news.board === board) void refresh(board);
  });
  return () => {
    clearTimeout(timers.get(board));
    timers.delete(board);
    window.removeEventListener('online', hurry);
    stopOwner();
    stopNews();
  };
}

const none: readonly Attempt[] = [];

/** What whoever is known on this device may see of its attempts on a board, newest first. */
export function useAttempts(board: string): readonly Attempt[] {
  const owner = useOwner();
  const all = useOutboxes((outbox) => outbox.boards[board]) ?? none;
  return seenBy(all, owner);
}

/** Results on this device that wait for somebody else to sign in again. */
export function useOthersWaiting(board: string): number {
  const owner = useOwner();
  const all = useOutboxes((outbox) => outbox.boards[board]) ?? none;
  return all.filter((one) => one.owner !== null && one.owner !== owner && isUnsent(one)).length;
}

export const useKeeping = (): Keeping => useOutboxes(({ keeping }) => keeping);
