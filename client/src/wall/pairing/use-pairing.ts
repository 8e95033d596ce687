import { useEffect, useState } from 'react';
import { askCode, askOutcome } from '../../api/screens.ts';
import { pair, type Pairing } from './pair.ts';

/** A wait that ends at once, rejected, when the signal says so. */
function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)));
  });
}

/** Loaded anew it has its cookie and shows the board; what its address asked for stays. */
function showBoard(board: string): void {
  const path = `/b/${board}/wall`;
  if (location.pathname === path) location.reload();
  else location.replace(`${path}${location.search}`);
}

/** This screen asks to be admitted, until it is. Without `board`, to whichever takes it. */
export function usePairing(board: string | undefined, display: string): Pairing {
  const [pairing, setPairing] = useState<Pairing>({ kind: 'asking' });
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const wait = (ms: number) => waitFor(ms, signal);
    const ports = {
      now: Date.now,
      wait,
      askCode: () => {
        const screen = { width: innerWidth, height: innerHeight };
        return askCode({ ...(board === undefined ? {} : { board }), display, screen }, signal);
      },
      askOutcome: (code: string) => askOutcome(code, signal),
    };
    // Of a turn: React mounts twice while it is developed, and a code is not asked for twice.
    wait(0)
      .then(() => pair(ports, (now) => signal.aborted || setPairing(now)))
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    return () => abort.abort();
  }, [board, display]);
  const admitted = pairing.kind === 'admitted' ? pairing.board : undefined;
  useEffect(() => {
    if (admitted !== undefined) showBoard(admitted);
  }, [admitted]);
  return pairing;
}
