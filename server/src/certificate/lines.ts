/** Width of text at a font size, points. */
export type Measure = (text: string, size: number) => number;

export interface SetText {
  lines: string[];
  /** Font size, points. */
  size: number;
}

/** Breaks text at spaces so that each line fits; a word that is too wide stands alone. */
export function breakLines(
  text: string,
  size: number,
  { width, measure }: { width: number; measure: Measure },
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The largest size from `sizes.from` down to `sizes.to` at which text fits into so many lines. */
export function fitText(
  text: string,
  box: { width: number; maxLines: number; measure: Measure },
  sizes: { from: number; to: number },
): SetText {
  for (let size = sizes.from; ; size -= 1) {
    const lines = breakLines(text, size, box);
    const fits =
      lines.length <= box.maxLines && lines.every((line) => box.measure(line, size) <= box.width);
    if (fits || size <= sizes.to) return { lines, size };
  }
}
