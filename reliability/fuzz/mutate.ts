import type { Random } from '../../server/src/gateway/testing/random.ts';

const oddities = [
  '\u0000',
  '\r\n',
  '\ufeff',
  '💥',
  '\ud800',
  '"',
  "'",
  '\\',
  '{',
  '[',
  ']]',
  ',',
  ';',
  '%00',
  '../',
  '__proto__',
  'constructor',
  '1e999',
  '-0',
  'NaN',
  '999999999999999999999',
  'null',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
];

const pick = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T; // in range

/** The text with some of it doubled, dropped, moved, or replaced by what parsers stumble over. */
export function mutate(text: string, random: Random): string {
  let changed = text;
  for (let times = random(4); times >= 0; times -= 1) {
    const at = random(changed.length + 1);
    const end = Math.min(changed.length, at + random(12));
    const [head, middle, tail] = [changed.slice(0, at), changed.slice(at, end), changed.slice(end)];
    const ways = [
      () => head + tail,
      () => head + middle + middle + tail,
      () => head + pick(random, oddities) + tail,
      () => head + pick(random, oddities).repeat(1 + random(300)) + middle + tail,
      () => tail + head,
      () => head + String.fromCharCode(random(0x10000)) + tail,
    ];
    changed = pick(random, ways)().slice(0, 200_000);
  }
  return changed;
}

export function noise(random: Random, bytes: number): Buffer {
  return Buffer.from(Array.from({ length: bytes }, () => random(256)));
}

export { pick };
