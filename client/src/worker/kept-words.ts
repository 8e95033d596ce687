/** The words of the app on the device: a cache for each language that was shown on it. */

const cachePrefix = 'words ';

export const isWords = (path: string): boolean => /(?:^|\/)assets\/words-[^/]+\.js$/.test(path);

interface KeptWords {
  /** Fetches all words of a language and keeps them from now on. */
  keep: (language: string) => Promise<void>;
  /** Fetches this build's words of every language that is kept. */
  fetchKept: () => Promise<void>;
  /** Drops the words of builds before this one. */
  forgetOld: () => Promise<void>;
}

/** `files`: the names of this build's files of words, of all languages. */
export function keptWords(files: readonly string[]): KeptWords {
  const filesOf = (language: string) =>
    files.filter((file) => file.includes(`assets/words-${language}-`));
  const languages = async () =>
    (await caches.keys())
      .filter((name) => name.startsWith(cachePrefix))
      .map((name) => name.slice(cachePrefix.length));

  async function keep(language: string): Promise<void> {
    const wanted = filesOf(language);
    if (wanted.length === 0) return;
    const cache = await caches.open(cachePrefix + language);
    const found = await Promise.all(wanted.map((file) => cache.match(`/${file}`)));
    await cache.addAll(wanted.filter((_, at) => !found[at]).map((file) => `/${file}`));
  }

  async function forgetOld(): Promise<void> {
    for (const language of await languages()) {
      const wanted = new Set(filesOf(language).map((file) => `/${file}`));
      const cache = await caches.open(cachePrefix + language);
      for (const request of await cache.keys())
        if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
    }
  }

  return {
    keep,
    fetchKept: async () => void (await Promise.all((await languages()).map(keep))),
    forgetOld,
  };
}
