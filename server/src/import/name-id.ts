import { createHash } from 'node:crypto';
import { slugSchema } from '@emulation/shared';

/** What a name names; it prefixes an id where nothing of the name can be written in a slug. */
export type Named = 'sector' | 'unit' | 'metric';

/** Leaves room for a suffix within the 80 characters of a slug. */
const maxStem = 64;

/** Letters that have no decomposition into a base letter and a mark. */
const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 10);
}

/**
 * The id a name asks for: `Paris–Lyon É` is `paris-lyon-e`, and a name that is a slug is its own
 * id. A name in letters that a slug cannot write carries a digest of itself, so that its id does
 * not depend on which other names came before.
 */
export function idOfName(name: string, named: Named): string {
  if (slugSchema.safeParse(name).success) return name;
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, (letter) => spelled[letter] ?? letter);
  const isWritable = !/[^a-z0-9\P{L}]|[^0-9\P{N}]/u.test(plain);
  const whole = plain.replace(/[^a-z0-9_]+/g, '-').replace(/^[-_]+|[-_]+$/g, '');
  const stem = whole.slice(0, maxStem).replace(/[-_]+$/, '');
  if (stem === '') return `${named}-${digest(name)}`;
  return isWritable && stem === whole ? stem : `${stem}-${digest(name)}`;
}

/** Gives out ids: distinct names never share one, and one that is taken gets `-2`, `-3`, … */
export class IdBook {
  private readonly taken: Set<string>;
  private readonly named: Named;

  constructor(named: Named, taken: Iterable<string>) {
    this.named = named;
    this.taken = new Set(taken);
  }

  idFor(name: string): string {
    const wanted = idOfName(name, this.named);
    let id = wanted;
    for (let suffix = 2; this.taken.has(id); suffix++) id = `${wanted.slice(0, 72)}-${suffix}`;
    this.taken.add(id);
    return id;
  }
}
