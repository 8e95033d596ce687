import type { Log } from '../../log.ts';

/** A log that keeps what it is told, for tests that read it. */
export function recordingLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const write = (first: unknown, second?: unknown): void => {
    lines.push(String(typeof first === 'string' ? first : second));
  };
  return { lines, debug: write, info: write, warn: write, error: write };
}
