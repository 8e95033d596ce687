/**
 * How a wall shows a closed drive that is revealed from the bottom place up.
 *
 *   nothing ──a step, or joining in the middle──▶ revealing ──the last step──▶ podium ──▶ nothing
 *
 * Each step stands alone for a moment, the last three longer, and then takes its place in the list.
 */
import type { Happening } from '@emulation/shared';

export interface RevealedRow {
  place: number;
  unit: string;
  score: string;
}

export interface Reveal {
  drive: string;
  name: string;
  /** Everything revealed so far, best first. */
  rows: readonly RevealedRow[];
  /** The last step; empty where the wall came in between two. */
  fresh: readonly RevealedRow[];
  /** Rows still to come, where a step has told it. */
  left: number | undefined;
  /** When the last step was heard (ms). */
  since: number;
}

/** Rows that come out one by one to the whole hall: the first three places of the drive. */
const dramaticRows = 3;
const stepMs = 4_000;
const dramaMs = 8_000;
const winnerMs = 12_000;
/** How long the podium stands before the wall goes on as ever. */
export const podiumMs = 120_000;

const byPlace = (a: RevealedRow, b: RevealedRow) => a.place - b.place || (a.unit < b.unit ? -1 : 1);

function merge(held: readonly RevealedRow[], added: readonly RevealedRow[]): RevealedRow[] {
  const rows = new Map([...held, ...added].map((row) => [row.unit, row]));
  return [...rows.values()].sort(byPlace);
}

/** What a happening makes of it; the same where it tells nothing of a reveal. */
export function hearReveal(
  reveal: Reveal | undefined,
  happening: Happening,
  now: number,
): Reveal | undefined {
  if (happening.kind === 'drive-finalised')
    return reveal?.drive === happening.drive && reveal.left !== 0 ? undefined : reveal;
  if (happening.kind !== 'drive-revealed') return reveal;
  const { drive, name, rows, left } = happening;
  const held = reveal?.drive === drive ? reveal.rows : [];
  return { drive, name, rows: merge(held, rows), fresh: rows, left, since: now };
}

/** Takes in the rows that were revealed before this wall looked. */
export function joinReveal(
  reveal: Reveal | undefined,
  { drive, name, rows }: Pick<Reveal, 'drive' | 'name' | 'rows'>,
  now: number,
): Reveal | undefined {
  if (rows.length === 0) return reveal;
  if (reveal?.drive === drive) {
    const merged = merge(reveal.rows, rows);
    return merged.length === reveal.rows.length ? reveal : { ...reveal, rows: merged };
  }
  const sorted = [...rows].sort(byPlace);
  return { drive, name, rows: sorted, fresh: [], left: undefined, since: now };
}

/** The last places need not stand on a wall: without the `hidden` that came out first. */
export function withoutLast(reveal: Reveal, hidden: number): Reveal | undefined {
  const rows = reveal.rows.slice(0, Math.max(0, reveal.rows.length - hidden));
  if (rows.length === 0) return undefined;
  return { ...reveal, rows, fresh: reveal.fresh.filter((row) => rows.includes(row)) };
}

export function isDramatic({ fresh, left }: Pick<Reveal, 'fresh' | 'left'>): boolean {
  return fresh.length > 0 && left !== undefined && left < dramaticRows;
}

function standsMs(reveal: Reveal): number {
  if (reveal.fresh.length === 0) return 0;
  if (reveal.left === 0) return winnerMs;
  return isDramatic(reveal) ? dramaMs : stepMs;
}

export type RevealScene = 'step' | 'list' | 'podium';

/** What is on the screen now; `undefined` when the show is over. */
export function sceneOf(reveal: Reveal, now: number): RevealScene | undefined {
  const age = now - reveal.since;
  if (age < standsMs(reveal)) return 'step';
  if (reveal.left !== 0) return 'list';
  return age < standsMs(reveal) + podiumMs ? 'podium' : undefined;
}

/** The first three places, each with everybody who shares it. */
export function podiumOf(rows: readonly RevealedRow[]): { place: number; rows: RevealedRow[] }[] {
  const places = [...new Set(rows.map(({ place }) => place))].filter((place) => place <= 3);
  return places.map((place) => ({ place, rows: rows.filter((row) => row.place === place) }));
}
