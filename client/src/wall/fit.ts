/**
 * Names keep their full length: first they shrink down to `minPx`, then they break into more
 * lines, and only when nothing else is left do they shrink further. They are never cut.
 */
export interface FitBox {
  widthPx: number;
  heightPx: number;
  maxPx: number;
  /** Below this another line is better than smaller type. */
  minPx: number;
  maxLines: number;
  /** Height of a line in ems. */
  leading: number;
}

export interface Fit {
  sizePx: number;
  lines: string[];
}

/** Width of a text in ems. */
export type MeasureText = (text: string) => number;

function partitions(words: readonly string[], lines: number): string[][] {
  if (lines === 1) return [[words.join(' ')]];
  const found: string[][] = [];
  for (let cut = 1; cut <= words.length - lines + 1; cut++)
    for (const rest of partitions(words.slice(cut), lines - 1))
      found.push([words.slice(0, cut).join(' '), ...rest]);
  return found;
}

function cutWord(word: string, longest: number): string[] {
  const letters = Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += longest)
    pieces.push(letters.slice(at, at + longest).join(''));
  return pieces;
}

/** A dash between two names ends the first line; none begins with one. */
function joinDashes(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words)
    if (/^[^\p{L}\p{N}]+$/u.test(word) && joined.length > 0)
      joined[joined.length - 1] += ` ${word}`;
    else joined.push(word);
  return joined;
}

/** A word too long for any line is broken too: 200 letters without a space are a legal name. */
function wordsOf(text: string, lines: number): string[] {
  const longest = Math.max(12, Math.ceil(text.length / lines));
  return joinDashes(text.split(/\s+/)).flatMap((word) =>
    word.length > longest ? cutWord(word, longest) : [word],
  );
}

/** The break into so many lines that allows the biggest type: the one with the shortest lines. */
function bestBreak(text: string, lines: number, box: FitBox, measure: MeasureText): Fit {
  const words = lines === 1 ? [text] : wordsOf(text, lines);
  const options = partitions(words, Math.min(lines, words.length));
  let broken: readonly string[] = [text];
  let widest = Infinity;
  for (const option of options) {
    const width = Math.max(...option.map(measure), 0.01);
    if (width < widest) [widest, broken] = [width, option];
  }
  const heightLimit = box.heightPx / (broken.length * box.leading);
  return { sizePx: Math.min(box.maxPx, box.widthPx / widest, heightLimit), lines: [...broken] };
}

export function fitText(text: string, box: FitBox, measure: MeasureText): Fit {
  let best: Fit = { sizePx: 0, lines: [text] };
  for (let lines = 1; lines <= box.maxLines; lines++) {
    const fit = bestBreak(text, lines, box, measure);
    if (fit.sizePx > best.sizePx) best = fit;
    if (best.sizePx >= box.minPx) break;
  }
  return { ...best, sizePx: Math.floor(best.sizePx * 10) / 10 };
}
