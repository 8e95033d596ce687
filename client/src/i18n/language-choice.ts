/** What may decide the language of a page, each a BCP 47 tag that may have no words here. */
export interface LanguageWishes {
  /** `?lang=` of the address: a wall or an embedded frame fixes it. */
  address?: string | undefined;
  /** Chosen on this device. */
  device?: string | undefined;
  browser: readonly string[];
  /** What the board's steward chose for it. */
  board?: string | undefined;
  /** A wall has no visitor whose browser could tell: there the board decides first. */
  isWall?: boolean;
}

/** `/b/plant/wall`, and not the page of a steward that lists them. */
export const isWallPath = (path: string): boolean => /^\/b\/[^/]+\/wall\/?$/.test(path);

const fallback = 'en';

/** `de-AT` is answered by `de`, `zh-Hant-TW` by `zh-Hant` and then `zh`. */
export function knownLanguage(tag: string | undefined, known: readonly string[]) {
  const parts = (tag ?? '').toLowerCase().split(/[-_]/);
  for (let length = parts.length; length > 0; length -= 1) {
    const wanted = parts.slice(0, length).join('-');
    const found = known.find((code) => code.toLowerCase() === wanted);
    if (found) return found;
  }
  return undefined;
}

/** The first wish that there are words for: address, device, then visitor and board, English last. */
export function pickLanguage(wishes: LanguageWishes, known: readonly string[]): string {
  const { address, device, browser, board, isWall = false } = wishes;
  const rest = isWall ? [board, ...browser] : [...browser, board];
  for (const tag of [address, device, ...rest]) {
    const found = knownLanguage(tag, known);
    if (found) return found;
  }
  return fallback;
}

/** A visitor from `de-CH` who reads German sees Swiss numbers and dates. */
export function localeFor(language: string, browser: readonly string[]): string {
  const base = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  return browser.find((tag) => base(tag) === base(language)) ?? language;
}
