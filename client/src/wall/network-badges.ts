import { chordPoint, type Point } from '../cooperation/network-geometry.ts';

/** Parts of a line at which its number may stand, the best first. */
const parts = [0.5, 0.36, 0.64, 0.24, 0.76, 0.16, 0.84];

/** Where the numbers of lines stand: on their line, and apart from one another where there is room. */
export function placeBadges(
  chords: readonly { a: Point; b: Point }[],
  apart: number,
): readonly Point[] {
  const placed: Point[] = [];
  const nearest = (point: Point) =>
    Math.min(Infinity, ...placed.map(({ x, y }) => Math.hypot(x - point.x, y - point.y)));
  for (const { a, b } of chords) {
    const spots = parts.map((part) => chordPoint(a, b, part));
    const free = spots.find((spot) => nearest(spot) >= apart);
    const best = free ?? spots.reduce((one, two) => (nearest(two) > nearest(one) ? two : one));
    placed.push(best);
  }
  return placed;
}
