import { create } from 'zustand';
import { ApiProblem, postResult, type PostedResult } from '../api/client.ts';
import { newId } from '../ui/new-id.ts';
import {
  beginAttempt,
  isDue,
  prune,
  resume,
  retry,
  settle,
  type Attempt,
  type Outcome,
} from './attempt.ts';
import { recall, remember } from './device-memory.ts';

/** Finished attempts kept on the device. */
const kept = 20;
const tickMs = 500;
const name = 'outbox';

interface Outbox {
  boards: Readonly<Record<string, readonly Attempt[]>>;
}

const useOutboxes = create<Outbox>(() => ({ boards: {} }));
/** Keys on the way: each is sent once at a time. */
const onTheWay = new Set<string>();

/** Written by this page alone; what is older and not of its form is left aside. */
function isAttempts(value: unknown): value is Attempt[] {
  const isAttempt = (one: unknown) =>
    typeof one === 'object' && one !== null && 'key' in one && 'body' in one && 'state' in one;
  return Array.isArray(value) && value.every(isAttempt);
}

const attemptsOf = (board: string) => useOutboxes.getState().boards[board] ?? [];

/** Kept on the device before anything else happens: a reload can finish what this page began. */
function keep(board: string, attempts: readonly Attempt[]): void {
  const pruned = prune(attempts, kept);
  remember(board, name, pruned);
  useOutboxes.setState(({ boards }) => ({ boards: { ...boards, [board]: pruned } }));
}

function change(board: string, key: string, by: (attempt: Attempt) => Attempt): void {
  keep(
    board,
    attemptsOf(board).map((one) => (one.key === key ? by(one) : one)),
  );
}

async function outcomeOf(board: string, { body, key }: Attempt): Promise<Outcome> {
  try {
    return { kind: 'answer', answer: await postResult(board, body, key) };
  } catch (error) {
    if (error instanceof ApiProblem) return { kind: 'problem', problem: error.problem };
    // A 2xx whose body broke off on the way: it may have counted, so the same key asks again.
    const detail = error instanceof Error ? error.message : String(error);
    return {
      kind: 'problem',
      problem: { status: 0, kind: 'unreachable', title: 'Unreachable', detail },
    };
  }
}

async function send(board: string, attempt: Attempt): Promise<void> {
  if (onTheWay.has(attempt.key)) return;
  onTheWay.add(attempt.key);
  const outcome = await outcomeOf(board, attempt);
  onTheWay.delete(attempt.key);
  change(board, attempt.key, (one) => settle(one, outcome, Date.now()));
}

/** Takes a result in and sends it; answers with the attempt's key. */
export function post(board: string, body: PostedResult): string {
  const attempt = beginAttempt(newId(), body, Date.now());
  keep(board, [attempt, ...attemptsOf(board)]);
  void send(board, attempt);
  return attempt.key;
}

export function sendAgain(board: string, key: string): void {
  change(board, key, retry);
  const attempt = attemptsOf(board).find((one) => one.key === key);
  if (attempt?.state.name === 'sending') void send(board, attempt);
}

/** Takes a finished or held attempt off the device's list. */
export function forget(board: string, key: string): void {
  keep(
    board,
    attemptsOf(board).filter((one) => one.key !== key),
  );
}

function sendWaiting(board: string, isReady: (attempt: Attempt) => boolean): void {
  for (const attempt of attemptsOf(board)) if (isReady(attempt)) sendAgain(board, attempt.key);
}

/**
 * Goes on with what the last visit left, and sends what is due until the returned function is
 * called. The network's return is a reason to try at once.
 */
export function openOutbox(board: string): () => void {
  if (!useOutboxes.getState().boards[board]) {
    const left = recall(board, name, isAttempts) ?? [];
    keep(
      board,
      left.map((attempt) => resume(attempt, Date.now())),
    );
  }
  const timer = setInterval(() => sendWaiting(board, (one) => isDue(one, Date.now())), tickMs);
  const onLine = () =>
    sendWaiting(board, ({ state }) => state.name === 'waiting' && state.why === 'unreachable');
  window.addEventListener('online', onLine);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', onLine);
  };
}

const none: readonly Attempt[] = [];

/** The device's attempts on a board, newest first. */
export function useAttempts(board: string): readonly Attempt[] {
  return useOutboxes((outbox) => outbox.boards[board]) ?? none;
}
