/**
 * A board's own colours on the two grounds its screens have. A colour is shown as it was given
 * wherever it stands out from the ground; where it does not, it is mixed with as much black or white
 * as it takes, up to `mostMixed`. One that would be lost by that is refused.
 */
import { black, contrast, inkOn, nearestReadable, white, type Colour } from './colour.ts';

/** The grounds of client/src/ui/themes.css: the page's own first; a test holds them alike. */
export const grounds = {
  dark: ['#0c0e13', '#151922', '#07080b'],
  light: ['#f5f1e8', '#fffdf8', '#e9e3d5'],
} as const;
export type GroundName = keyof typeof grounds;

/** WCAG 2.2, 1.4.11: what is not text. */
export const shapeRatio = 3;
/** WCAG 2.2, 1.4.3: text. */
export const textRatio = 4.5;
/** More than this of black or white, and it is another colour. */
export const mostMixed = 0.4;

/** What one colour becomes on one ground. */
export interface Shades {
  /** For areas and strokes: 3 : 1 on the ground. */
  shape: Colour;
  /** For words on such an area: 4.5 : 1. */
  onShape: Colour;
  /** For words in the colour: 4.5 : 1 on the ground, however much it takes. */
  ink: Colour;
}

export function shadesOf(colour: Colour, ground: GroundName): Shades | undefined {
  const shape = nearestReadable(colour, grounds[ground], shapeRatio, mostMixed);
  if (shape === undefined) return undefined;
  const toward = ground === 'dark' ? white : black;
  const ink = nearestReadable(colour, grounds[ground], textRatio) ?? toward;
  return { shape, onShape: inkOn(shape), ink };
}

/** On which ground a colour is lost, and how far it is from it: 1 is not at all. */
export function lostOn(colour: Colour): { ground: GroundName; ratio: number } | undefined {
  for (const ground of ['light', 'dark'] as const) {
    const [worst] = grounds[ground]
      .map((each) => contrast(colour, each))
      .sort((one, other) => one - other);
    if (!shadesOf(colour, ground)) return { ground, ratio: worst ?? 1 };
  }
  return undefined;
}
