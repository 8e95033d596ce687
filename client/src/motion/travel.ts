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
  places: WeakMap<Element, Place>;
  journeys: WeakMap<Element, Journey>;
  /** Another width is another layout: what stands elsewhere because of it did not move. */
  widthPx: number;
}

export const nowhere = (): Whereabouts => ({
  places: new WeakMap(),
  journeys: new WeakMap(),
  widthPx: 0,
});

const isStill = () => document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;

/** How much of a way that was begun before is still to go. */
function restOf(journey: Journey | undefined, now: number): Place {
  const left = journey ? 1 - travelled(now - journey.begunAt) : 0;
  return { x: (journey?.x ?? 0) * left, y: (journey?.y ?? 0) * left };
}

function readPlaces(list: HTMLElement): Map<HTMLElement, Place> {
  // Rows of a list are elements of the page.
  const rows = [...list.children] as HTMLElement[];
  const isOwn = rows[0]?.offsetParent === list;
  const [left, top] = isOwn ? [0, 0] : [list.offsetLeft, list.offsetTop];
  return new Map(rows.map((row) => [row, { x: row.offsetLeft - left, y: row.offsetTop - top }]));
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

/** Rows that stand elsewhere than before travel there; new ones appear. Those out of sight do not. */
export function travelRows(list: HTMLElement, known: Whereabouts): void {
  const now = performance.now();
  const places = readPlaces(list);
  const { top, width } = list.getBoundingClientRect();
  const isNew = known.widthPx !== width;
  known.widthPx = width;
  const [highest, lowest] = [-top - 100, window.innerHeight - top];
  const isSeen = (y: number) => y > highest && y < lowest;
  const still = isNew || isStill();
  for (const [row, place] of places) {
    const before = known.places.get(row);
    known.places.set(row, place);
    if (still) continue;
    if (!before) {
      if (isSeen(place.y)) fadeIn(row);
      continue;
    }
    if (before.x === place.x && before.y === place.y) continue;
    if (!isSeen(before.y) && !isSeen(place.y)) continue;
    const rest = restOf(known.journeys.get(row), now);
    const way = { x: before.x - place.x + rest.x, y: before.y - place.y + rest.y };
    setOut(row, way, now, known);
  }
}
