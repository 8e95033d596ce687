import { useSyncExternalStore } from 'react';

/** Something said in passing, in a corner: it went through, or it did not. */
export interface ToastWords {
  title: string;
  text?: string;
  /** One thing that can be done about it. */
  action?: { label: string; run: () => void };
  /** How long it stays; a longer text and one with an action stay longer. Ms. */
  stayMs?: number;
}

const waiting: ToastWords[] = [];
const listeners = new Set<() => void>();

/**
 * Says it on every page that has a frame. The corner that shows it, and the library behind it,
 * load with the first words: a page that says nothing does not pay for it.
 */
export function tell(words: ToastWords): void {
  waiting.push(words);
  for (const listener of listeners) listener();
}

/** What is not shown yet; whoever takes it shows it. */
export function takeToasts(): ToastWords[] {
  return waiting.splice(0);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const countWaiting = () => waiting.length;

/** How many wait to be shown. */
export function useWaitingToasts(): number {
  return useSyncExternalStore(subscribe, countWaiting, countWaiting);
}
