/** Of a row that holds 8-metre type over a sector, in hundredths of the screen; and the lines of a name that it holds. */
const rowHeight = {
  landscape: { height: 6.2, lines: 2 },
  portrait: { height: 8.4, lines: 3 },
} as const;

/** Lines that end between words are not full. */
const filled = 0.92;

/** Everything in hundredths of the screen's longer side. */
interface LongestName {
  /** Its width, and the width of its place. */
  width: number;
  place: number;
  /** Height of a line. */
  line: number;
}

/** The height of a ranking's rows: a longest name that needs more lines in the least type gets them. */
export function rowHeightFor(shape: keyof typeof rowHeight, name: LongestName): number {
  const { height, lines } = rowHeight[shape];
  const needed = Math.ceil(name.width / (filled * Math.max(1, name.place)));
  return height + Math.max(0, needed - lines) * name.line;
}
