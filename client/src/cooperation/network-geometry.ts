/** A point of the picture, whose middle is 0, 0. */
export interface Point {
  x: number;
  y: number;
}

export interface Placed extends Point {
  unit: string;
  sector: string;
  /** Radians, clockwise from the top. */
  angle: number;
}

export interface SectorArc {
  sector: string;
  path: string;
}

export interface Network {
  units: Placed[];
  arcs: SectorArc[];
}

/** Radii of the ring of units, and of the arcs that show their sectors. */
export const unitRadius = 300;
const arcRadius = 318;
/** Between two sectors lie as many empty places as this. */
const gap = 1.2;

const round = (value: number) => Math.round(value * 10) / 10;

export function pointAt(angle: number, radius: number): Point {
  return { x: round(Math.sin(angle) * radius), y: round(-Math.cos(angle) * radius) };
}

function arcPath(from: number, to: number): string {
  const [a, b] = [pointAt(from, arcRadius), pointAt(to, arcRadius)];
  const isLarge = to - from > Math.PI ? 1 : 0;
  return `M ${a.x} ${a.y} A ${arcRadius} ${arcRadius} 0 ${isLarge} 1 ${b.x} ${b.y}`;
}

/** Units around a circle, sector by sector in the given order, with a gap between sectors. */
export function placeUnits(
  bySector: readonly { sector: string; units: readonly string[] }[],
): Network {
  const groups = bySector.filter(({ units }) => units.length > 0);
  const count = groups.reduce((sum, { units }) => sum + units.length, 0);
  const gaps = groups.length > 1 ? groups.length * gap : 0;
  const step = (2 * Math.PI) / Math.max(1, count + gaps);
  const network: Network = { units: [], arcs: [] };
  let at = 0;
  for (const { sector, units } of groups) {
    const from = at * step;
    for (const unit of units) {
      const angle = (at + 0.5) * step;
      network.units.push({ unit, sector, angle, ...pointAt(angle, unitRadius) });
      at++;
    }
    network.arcs.push({
      sector,
      path: arcPath(from, Math.min(at * step, from + 2 * Math.PI - 0.01)),
    });
    at += groups.length > 1 ? gap : 0;
  }
  return network;
}

/** How far towards the middle a chord bends: 1 not at all. */
const bend = 0.25;

const bendOf = (a: Point, b: Point): Point => ({
  x: round(((a.x + b.x) / 2) * bend),
  y: round(((a.y + b.y) / 2) * bend),
});

/** A chord between two units, bent towards the middle. */
export function chordPath(a: Point, b: Point): string {
  const { x, y } = bendOf(a, b);
  return `M ${a.x} ${a.y} Q ${x} ${y} ${b.x} ${b.y}`;
}

/** A point of that chord: `part` runs from 0 at `a` to 1 at `b`. */
export function chordPoint(a: Point, b: Point, part: number): Point {
  const middle = bendOf(a, b);
  const rest = 1 - part;
  const along = (axis: 'x' | 'y') =>
    round(rest ** 2 * a[axis] + 2 * rest * part * middle[axis] + part ** 2 * b[axis]);
  return { x: along('x'), y: along('y') };
}
