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
  /** Below this nobody reads it from afar: then as many lines as the box holds. */
  leastPx?: number;
  /** Words are broken only where whole they would be smaller than this; `minPx` if absent. */
  wholePx?: number;
  maxLines: number;
  /** Height of a line in ems. */
  leading: number;
}

export interface Fit {
  sizePx: number;
  lines: string[];
}

/** Between the names of a joint result: there a line may end, inside of them only if it must. */
export const betweenNames = ' +\n';

/** Width of a text in ems. */
export type MeasureText = (text: string) => number;

/** Ends a piece of a word that goes on: on one line they are the word again. */
const goesOn = '\u200b';

const joinWords = (words: readonly string[]) =>
  words.join(' ').replaceAll(`${goesOn} `, '').replaceAll(goesOn, '');

/**
 * Where to break words of these widths into so many lines that the widest line is as narrow as can
 * be: `reach[k][i]` is the narrowest for the first `i` words in `k` lines.
 */
function breakWords(words: readonly string[], lines: number, measure: MeasureText): string[] {
  const ends = [0];
  const space = measure(' ');
  for (const word of words) ends.push((ends.at(-1) ?? 0) + measure(joinWords([word])) + space);
  const widthOf = (from: number, to: number) => (ends[to] ?? 0) - (ends[from] ?? 0) - space;
  let reach = ends.map((_, end) => (end === 0 ? Infinity : widthOf(0, end)));
  const cuts: number[][] = [];
  for (let line = 2; line <= lines; line++) {
    const cutAt = ends.map(() => 0);
    const next = ends.map(() => Infinity);
    for (let end = line; end <= words.length; end++)
      for (let cut = line - 1; cut < end; cut++) {
        const widest = Math.max(reach[cut] ?? Infinity, widthOf(cut, end));
        if (widest < (next[end] ?? Infinity)) [next[end], cutAt[end]] = [widest, cut];
      }
    reach = next;
    cuts.unshift(cutAt);
  }
  const broken: string[] = [];
  let end = words.length;
  for (const cutAt of cuts) {
    const cut = cutAt[end] ?? 0;
    broken.unshift(joinWords(words.slice(cut, end)));
    end = cut;
  }
  return [joinWords(words.slice(0, end)), ...broken];
}

function cutWord(word: string, longest: number): string[] {
  const letters = Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += longest)
    pieces.push(letters.slice(at, at + longest).join(''));
  return pieces.map((piece, at) => (at < pieces.length - 1 ? piece + goesOn : piece));
}

/** Words are what ordinary spaces part: others hold together what they stand between. */
const betweenWords = /[^\S\u00a0\u202f]+/;
/** As `- ` of two names, and the `1` or `B` that a name ends with: neither has a line of its own. */
const isDash = (word: string) => /^[^\p{L}\p{N}]+$/u.test(word);
const isNumbering = (word: string) => /^[\p{Lu}\p{N}]{1,2}$/u.test(word);

/** What may stand at the beginning of a line: a dash ends the line before, as does a name's number. */
function keepTogether(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const [at, word] of words.entries()) {
    const isNameEnd = isNumbering(word) && isDash(words[at + 1] ?? '–');
    if (joined.length > 0 && (isDash(word) || isNameEnd)) joined[joined.length - 1] += ` ${word}`;
    else joined.push(word);
  }
  return joined;
}

/** A word too long for any line is broken too: 200 letters without a space are a legal name. */
function piecesOf(text: string, lines: number): string[] {
  const longest = Math.max(12, Math.ceil(text.length / lines));
  return keepTogether(text.split(betweenWords)).flatMap((word) =>
    word.length > longest ? cutWord(word, longest) : [word],
  );
}

/** Lines in the biggest type that the box allows them. */
function sizeLines(lines: string[], box: FitBox, measure: MeasureText): Fit {
  const widest = Math.max(...lines.map(measure), 0.01);
  const heightLimit = box.heightPx / (lines.length * box.leading);
  return { sizePx: Math.min(box.maxPx, box.widthPx / widest, heightLimit), lines };
}

/** The break into so many lines that allows the biggest type: the one with the shortest lines. */
function breakName(text: string, lines: number, measure: MeasureText): string[] {
  const words = lines === 1 ? [text] : piecesOf(text, lines);
  return breakWords(words, Math.min(lines, words.length), measure);
}

/** More lines than this a name of several is never broken into. */
const mostLines = 4;

/**
 * Breaks of several names: between them, as long as the type stays big enough; otherwise each on
 * lines of its own, so that no line holds the end of one and the beginning of another.
 */
function* breakNames(
  names: readonly string[],
  { maxLines }: FitBox,
  measure: MeasureText,
): Iterable<string[]> {
  for (let lines = 1; lines <= Math.min(names.length, maxLines); lines++)
    yield breakWords(names, lines, measure);
  yield [...names];
  const widest = Math.max(...names.map(measure), 0.01);
  for (let most = 2; most <= mostLines; most++)
    yield names.flatMap((name) =>
      breakName(name, Math.max(1, Math.ceil((measure(name) * most) / widest - 0.01)), measure),
    );
}

/** Breaks between words; pieces of words only with `inWords`. */
function* breaksOf(
  text: string,
  box: FitBox,
  measure: MeasureText,
  inWords: boolean,
): Iterable<string[]> {
  const names = text.split('\n');
  const words = keepTogether(text.split(betweenWords));
  if (names.length > 1) yield* breakNames(names, box, measure);
  else if (inWords)
    for (let lines = 2; lines <= box.maxLines; lines++) yield breakName(text, lines, measure);
  else
    for (let lines = 1; lines <= Math.min(box.maxLines, words.length); lines++)
      yield lines === 1 ? [text] : breakWords(words, lines, measure);
}

/** The fewest lines that are big enough, or the biggest. */
function bestOf(breaks: Iterable<string[]>, box: FitBox, measure: MeasureText, text: string): Fit {
  let best: Fit = { sizePx: 0, lines: [text] };
  for (const lines of breaks) {
    const fit = sizeLines(lines, box, measure);
    if (fit.sizePx > best.sizePx) best = fit;
    if (best.sizePx >= box.minPx) break;
  }
  return best;
}

/** A broken word is hard to read: it has to be worth so much in size. */
const worthBreaking = 1.35;

/** Between any two letters, as Hangul is broken anyway. */
function breakAnywhere(name: string, lines: number, measure: MeasureText): string[] {
  const letters = name.split(betweenWords).flatMap((word) => cutWord(word, 1));
  return breakWords(letters, Math.min(lines, letters.length), measure);
}

/** Each name on as many lines as it needs in the least type, or one more; at last without regard to words. */
function* crowdedBreaks(text: string, box: FitBox, measure: MeasureText): Iterable<string[]> {
  const ems = box.widthPx / Math.max(0.01, box.minPx);
  for (const breakOne of [breakName, breakAnywhere])
    for (const more of [0, 1])
      yield text
        .split('\n')
        .flatMap((name) => breakOne(name, Math.ceil(measure(name) / ems) + more, measure));
}

/** In as many lines as the box holds in the least type, words broken too. */
function crowdedFit(text: string, box: FitBox, leastPx: number, measure: MeasureText): Fit {
  const maxLines = Math.floor(box.heightPx / (leastPx * box.leading) + 0.01);
  const crowded = { ...box, minPx: leastPx, maxLines };
  const breaks = [
    ...breaksOf(text, crowded, measure, true),
    ...crowdedBreaks(text, crowded, measure),
  ];
  return bestOf(breaks, crowded, measure, text);
}

const bigger = (a: Fit, b: Fit): Fit => (b.sizePx > a.sizePx ? b : a);

/** The fewest lines that are big enough, or the biggest. Several names have `\n` between them. */
export function fitText(text: string, box: FitBox, measure: MeasureText): Fit {
  const { leastPx = 0, wholePx = box.minPx } = box;
  const fit = (inWords: boolean) =>
    bestOf(breaksOf(text, box, measure, inWords), box, measure, text);
  let best = fit(false);
  if (best.sizePx < wholePx) {
    const broken = fit(true);
    if (broken.sizePx > best.sizePx * worthBreaking) best = broken;
    else if (best.sizePx < leastPx) best = bigger(best, broken);
  }
  if (best.sizePx < leastPx) best = bigger(best, crowdedFit(text, box, leastPx, measure));
  return { ...best, sizePx: Math.floor(best.sizePx * 10) / 10 };
}
