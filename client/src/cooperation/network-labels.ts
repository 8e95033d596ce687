/** Names around the circle: on as many lines as the place between two neighbours allows, never cut. */
export interface LabelPlan {
  /** Of the letters, in the units of the picture. */
  size: number;
  /** Widest line, in letters. */
  width: number;
  /** From the middle of the picture to its edge. */
  reach: number;
}

/** Where names begin. */
export const labelRadius = 334;
const leastReach = 500;
const sizes = { roomy: 21, crowded: 15 };
/** More units than this stand close. */
export const crowd = 40;
const leading = 1.08;
const mostLines = 4;
const leastWidth = 18;
/** Of a letter of the condensed face, in ems. */
const letterEms = 0.5;

/** Letters of Hangul and the like are as wide as two. */
const lettersOf = (text: string) => text.length + (text.match(/[\u1100-\uffdc]/g)?.length ?? 0);

function pieces(word: string, width: number): string[] {
  const parts = [''];
  for (const letter of word) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && lettersOf(last + letter) > width) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts;
}

/** The name on lines of at most so many letters; a longer word goes on on the next line. */
export function wrapName(name: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of name.trim().split(/\s+/))
    for (const piece of pieces(word, width)) {
      const last = lines.at(-1);
      const longer = `${last} ${piece}`;
      if (last === undefined || lettersOf(longer) > width) lines.push(piece);
      else lines[lines.length - 1] = longer;
    }
  return lines;
}

/** For so many names around the circle. */
export function planLabels(names: readonly string[]): LabelPlan {
  const apart = (2 * Math.PI * labelRadius) / Math.max(1, names.length);
  const usual = names.length > crowd ? sizes.crowded : sizes.roomy;
  const size = Math.min(usual, apart / leading);
  const lines = Math.min(mostLines, Math.max(1, Math.floor(apart / (size * leading) + 0.01)));
  const longest = Math.max(0, ...names.map(lettersOf));
  let width = Math.min(leastWidth, longest);
  while (width < longest && names.some((name) => wrapName(name, width).length > lines)) width++;
  return { size, width, reach: Math.max(leastReach, labelRadius + width * size * letterEms + 8) };
}

/** How far below the middle of a name each of its lines stands, in ems. */
export const lineShift = (line: number, of: number): number => (line - (of - 1) / 2) * leading;
