/** Colours as WCAG 2 reckons with them. No clock, no screen: a board's colours are judged anywhere. */

/** `#rrggbb`, lower case. */
export type Colour = string;

const channelsOf = (colour: Colour): [number, number, number] => {
  const number = Number.parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
};

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

function luminance(colour: Colour): number {
  const [red, green, blue] = channelsOf(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** 1 (none) to 21 (black on white). */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** `part` of `other` in `colour`, 0 to 1. */
export function mix(colour: Colour, other: Colour, part: number): Colour {
  const [own, added] = [channelsOf(colour), channelsOf(other)];
  const channels = own.map((channel, at) =>
    Math.round(channel + ((added[at] ?? 0) - channel) * part),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

export const black: Colour = '#000000';
export const white: Colour = '#ffffff';

/** Black or white, whichever reads better on it: one of them always reaches 4.5 : 1. */
export function inkOn(ground: Colour): Colour {
  return contrast(ground, black) >= contrast(ground, white) ? black : white;
}

const steps = 50;

/**
 * The colour itself where it reaches `ratio` on every ground; otherwise the nearest mix with black
 * or white that does. `undefined` where that would take more than `most` of it.
 */
export function nearestReadable(
  colour: Colour,
  grounds: readonly Colour[],
  ratio: number,
  most = 1,
): Colour | undefined {
  const toward = inkOn(grounds[0] ?? white);
  for (let step = 0; step <= most * steps; step += 1) {
    const mixed = mix(colour, toward, step / steps);
    if (grounds.every((ground) => contrast(mixed, ground) >= ratio)) return mixed;
  }
  return undefined;
}
