import { describe, expect, it } from 'vitest';
import { readText } from '../source-files.ts';

const css = readText('client/src/ui/themes.css');

type Colour = readonly [red: number, green: number, blue: number];
type Scheme = 'light' | 'dark';

const parse = (hex: string): Colour => {
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** The tokens of one rule: each colour as it is in light and in dark. */
function tokensOf(selector: string): Map<string, Record<Scheme, Colour>> {
  const body = css.split(`\n${selector} {`)[1]?.split('\n}')[0] ?? '';
  const pair = /--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\);/g;
  return new Map(
    [...body.matchAll(pair)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light: parse(light), dark: parse(dark) },
    ]),
  );
}

const usual = tokensOf(':root');
const more = new Map([...usual, ...tokensOf(":root[data-contrast='more']")]);

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((eight) => {
    const part = eight / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const sectors = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => `sector-${at}`);
const texts = ['ink', 'ink-quiet', 'signal-ink', 'gold-ink', 'rise', 'fall', ...sectors];
const grounds = ['ground', 'raised', 'sunken'];
const textPairs = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ['on-signal', 'signal'],
  ['on-gold', 'gold'],
  ['on-stale', 'stale'],
  // A segment of a date that has the focus.
  ['ground', 'ink'],
] as const;
const edgePairs = ['line-strong', 'focus', 'signal'].flatMap((edge) =>
  grounds.map((ground) => [edge, ground] as const),
);

const themes = [
  ['office', usual, 'light', 4.5],
  ['hall', usual, 'dark', 4.5],
  ['high contrast on light', more, 'light', 7],
  ['high contrast on dark', more, 'dark', 7],
] as const;

describe.each(themes)('the theme %s', (_, tokens, scheme, least) => {
  const colour = (name: string): Colour => {
    const found = tokens.get(name)?.[scheme];
    if (!found) throw new Error(`themes.css has no --${name}`);
    return found;
  };
  const tooWeak = (pairs: readonly (readonly [string, string])[], ratio: number) =>
    pairs
      .map(
        ([one, other]) => `${one} on ${other}: ${contrast(colour(one), colour(other)).toFixed(2)}`,
      )
      .filter((line) => Number(line.split(': ')[1]) < ratio);

  it('[LK5] every text is told from every ground', () => {
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21);
    expect(tooWeak(textPairs, least)).toEqual([]);
  });

  it('[LK5] the edges of fields, the focus and the signal are seen', () => {
    expect(tooWeak(edgePairs, 3)).toEqual([]);
  });
});

it('[LK5] every colour is written once, and once more for high contrast at the most', () => {
  const names = [...css.matchAll(/--([\w-]+): light-dark/g)].map(([, name]) => name);
  expect(names.length).toBe(usual.size + 1 + tokensOf(":root[data-contrast='more']").size);
});
