/**
 * Rows travel by transforms that the browser plays beside the page's own work: nothing is computed
 * while they move, and nothing but their places is read when they begin.
 */
import { appear, travelEasing, travelled, travelMs } from './timing.ts';

interface Place {
  x: number;
  y: number;
}

interface Journey extends Place {
  begunAt: number;
  animation: Animation;
}

/** What a list remembers of its rows from one order to the next. */
export interface Whereabouts {
  /** Where they stood at the last order, of those that were read then. */
  places: ReadonlyMap<Element, Place>;
  /** Those that have been in the list: what was not read may stand there all the same. */
  met: WeakSet<Element>;
  journeys: WeakMap<Element, Journey>;
  /** Another width is another layout: what stands elsewhere because of it did not move. */
  widthPx: number;
  /** When the last rows set out, ms of the page's clock. */
  setOutAt: number;
}

export const nowhere = (): Whereabouts => ({
  places: new Map(),
  met: new WeakSet(),
  journeys: new WeakMap(),
  widthPx: 0,
  setOutAt: -Infinity,
});

/**
 * In a rush a new order comes before the eye is done with the last one, and follows none of fifty
 * that move: only who overtook or fell travels, and those that were passed stand in their places.
 */
const rushMs = 2 * travelMs;

const isStill = () => document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;

/** How much of a way that was begun before is still to go. */
function restOf(journey: Journey | undefined, now: number): Place {
  const left = journey ? 1 - travelled(now - journey.begunAt) : 0;
  return { x: (journey?.x ?? 0) * left, y: (journey?.y ?? 0) * left };
}

/** More rows than these are read only where they are seen, or nearly. */
const mostRead = 60;

/** The first row that stands at `y` of its parent or below it, of rows one below the other. */
function rowAt(rows: readonly HTMLElement[], y: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.offsetTop ?? Infinity) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those within a screen of what is seen, where the rows stand one below the other. */
function rowsNear(rows: readonly HTMLElement[], topInWindow: number): readonly HTMLElement[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length <= mostRead || first.offsetLeft !== last.offsetLeft)
    return rows;
  const { innerHeight } = window;
  const from = first.offsetTop - topInWindow;
  return rows.slice(rowAt(rows, from - innerHeight), rowAt(rows, from + 2 * innerHeight));
}

function readPlaces(list: HTMLElement, topInWindow: number): Map<HTMLElement, Place> {
  // Rows of a list are elements of the page.
  const rows = [...list.children] as HTMLElement[];
  const isOwn = rows[0]?.offsetParent === list;
  const [left, top] = isOwn ? [0, 0] : [list.offsetLeft, list.offsetTop];
  return new Map(
    rowsNear(rows, topInWindow).map((row) => [
      row,
      { x: row.offsetLeft - left, y: row.offsetTop - top },
    ]),
  );
}

function fadeIn(row: Element): void {
  row.animate({ opacity: [0, 1] }, { duration: appear.duration * 1000, easing: 'ease-out' });
}

function setOut(row: Element, { x, y }: Place, now: number, { journeys }: Whereabouts): void {
  journeys.get(row)?.animation.cancel();
  const animation = row.animate(
    { transform: [`translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`, 'none'] },
    { duration: travelMs, easing: travelEasing },
  );
  journeys.set(row, { x, y, begunAt: now, animation });
}

interface Move {
  row: HTMLElement;
  /** From where it stood, as it is seen from where it stands. */
  way: Place;
}

/** What has moved and is seen to; what is new appears. */
function findMoved(list: HTMLElement, known: Whereabouts): Move[] {
  const { top, width } = list.getBoundingClientRect();
  const places = readPlaces(list, top);
  const isStanding = known.widthPx !== width || isStill();
  known.widthPx = width;
  const [highest, lowest] = [-top - 100, window.innerHeight - top];
  const isSeen = (y: number) => y > highest && y < lowest;
  const moved: Move[] = [];
  for (const [row, place] of places) {
    const before = known.places.get(row);
    if (isStanding) continue;
    if (!before) {
      if (!known.met.has(row) && isSeen(place.y)) fadeIn(row);
      continue;
    }
    const way = { x: before.x - place.x, y: before.y - place.y };
    if ((way.x !== 0 || way.y !== 0) && (isSeen(before.y) || isSeen(place.y)))
      moved.push({ row, way });
  }
  known.places = places;
  for (const row of list.children) known.met.add(row);
  return moved;
}

/**
 * Rows that stand elsewhere than before travel there; new ones appear. Those out of sight do not.
 * `taken`: those that were taken for the new order, of which those that were passed are no part.
 */
export function travelRows(
  list: HTMLElement,
  known: Whereabouts,
  taken: ReadonlySet<Element> = new Set(),
): void {
  const now = performance.now();
  const moved = findMoved(list, known);
  if (moved.length === 0) return;
  const isRush = now - known.setOutAt < rushMs;
  known.setOutAt = now;
  for (const { row, way } of moved) {
    if (isRush && !taken.has(row)) continue;
    const rest = restOf(known.journeys.get(row), now);
    setOut(row, { x: way.x + rest.x, y: way.y + rest.y }, now, known);
  }
}
