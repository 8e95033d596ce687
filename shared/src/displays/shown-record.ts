import type { Happening } from '../board/happening.ts';

export type ShownRecord = Extract<Happening, { kind: 'record' }>;

/** A record that takes the screen of every wall: a board's or sector's mark that fell. A first mark is no fall. */
export function isShownRecord(happening: Happening): happening is ShownRecord {
  return (
    happening.kind === 'record' &&
    happening.scope !== 'unit' &&
    happening.how === 'broken' &&
    happening.previous !== null
  );
}
