import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A font file and the characters it is there for. */
interface Face {
  name: string;
  file: string;
  covers(codePoint: number): boolean;
}

/** Text in one face; a line is a list of them. */
export interface Run {
  face: string;
  text: string;
}

export type Weight = 'regular' | 'bold';

const { resolve } = createRequire(import.meta.url);
const latin = '@fontsource/barlow-condensed';
const korean = '@fontsource/noto-sans-kr';
/** Arrows, stars, shapes and signs that names have and neither script's own files: the numbers of their subsets. */
const signs = [98, 99, 100, 101, 103, 105, 106, 107, 108, 109, 110, 111, 113];

/** `U+0102-0103,U+20AB` as a test of code points. */
function readRanges(text: string): (codePoint: number) => boolean {
  const ranges = text.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (codePoint) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/** Greek, arrows, mathematical signs and shapes. */
const isSign = (codePoint: number) =>
  (codePoint >= 0x370 && codePoint <= 0x3ff) || (codePoint >= 0x2190 && codePoint <= 0x27bf);

function facesOf(weight: Weight): Face[] {
  const number = weight === 'bold' ? 700 : 500;
  const subsets: unknown = JSON.parse(readFileSync(resolve(`${latin}/unicode.json`), 'utf8'));
  // The package's own table: the name of each subset and its ranges.
  const ofLatin = Object.entries(subsets as Record<string, string>).map(
    ([subset, ranges]): Face => ({
      name: `${subset}-${weight}`,
      file: resolve(`${latin}/files/barlow-condensed-${subset}-${number}-normal.woff`),
      covers: readRanges(ranges),
    }),
  );
  const table: unknown = JSON.parse(readFileSync(resolve(`${korean}/unicode.json`), 'utf8'));
  const ofSigns = signs.map((subset): Face => {
    const covers = readRanges((table as Record<string, string>)[`[${subset}]`] ?? '');
    return {
      name: `signs${subset}-${weight}`,
      file: resolve(`${korean}/files/noto-sans-kr-${subset}-${number}-normal.woff`),
      covers: (codePoint) => isSign(codePoint) && covers(codePoint),
    };
  });
  const isLatin = (face: Face) => face.name.startsWith('latin-') && !face.name.includes('ext');
  return [
    ...ofLatin.filter(isLatin),
    ...ofLatin.filter((face) => !isLatin(face)),
    ...ofSigns,
    {
      name: `korean-${weight}`,
      file: resolve(`${korean}/files/noto-sans-kr-korean-${number}-normal.woff`),
      covers: () => true,
    },
  ];
}

/** The board's display type with the scripts it lacks: each character in the first face for it. */
export class Typeface {
  readonly #faces = new Map<Weight, Face[]>();

  /** Font files by face name, read once. */
  files(): { name: string; data: Buffer }[] {
    return (['regular', 'bold'] as const).flatMap((weight) =>
      this.#of(weight).map(({ name, file }) => ({ name, data: readFileSync(file) })),
    );
  }

  /** Text split into runs of one face each. */
  runs(text: string, weight: Weight): Run[] {
    const runs: Run[] = [];
    for (const character of text.normalize('NFC')) {
      const codePoint = character.codePointAt(0) ?? 0;
      const face = this.#of(weight).find((each) => each.covers(codePoint))?.name ?? '';
      const last = runs.at(-1);
      // A space never changes the face: it would break a line of Korean into many runs.
      if (last && (last.face === face || character === ' ')) last.text += character;
      else runs.push({ face, text: character });
    }
    return runs;
  }

  #of(weight: Weight): Face[] {
    let faces = this.#faces.get(weight);
    if (!faces) this.#faces.set(weight, (faces = facesOf(weight)));
    return faces;
  }
}
