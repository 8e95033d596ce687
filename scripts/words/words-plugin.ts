/**
 * Gives the pages `virtual:words`: which languages there are, and a loader for each namespace of
 * each, so that a page loads its own words in one language and nothing else.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../node24.js';
import { fillWords } from './filled-words.ts';
import { readLanguages, serverNamespace, wordFolder, type Language } from './language-files.ts';

const index = 'virtual:words';
const resolved = '\0virtual:words';

/** The entry knows the languages; where the words of each lie is told by a chunk of its own. */
function indexCode(languages: readonly Language[]): string {
  const loaders = languages.map(
    ({ code }) => `${JSON.stringify(code)}: () => import('${index}/${code}')`,
  );
  const known = languages.map(({ code, name, dir, hidden }) => ({ code, name, dir, hidden }));
  return `export const languages = ${JSON.stringify(known)};\nexport const words = {${loaders.join(',')}};`;
}

function languageCode(code: string, namespaces: readonly string[]): string {
  const loaders = namespaces.map(
    (name) => `${JSON.stringify(name)}: () => import('${index}/${code}/${name}')`,
  );
  return `export const loaders = {${loaders.join(',')}};`;
}

function namespaceCode(languages: readonly Language[], code: string, namespace: string): string {
  const english = languages[0]?.namespaces[namespace] ?? {};
  const own = languages.find((language) => language.code === code)?.namespaces[namespace];
  const words = JSON.stringify(fillWords(code, english, own));
  // A string that is parsed starts faster than an object literal of this size.
  return `export const words = JSON.parse(${JSON.stringify(words)});`;
}

/** The file a chunk of words is written to says which it is; `undefined` for every other chunk. */
export function wordsFileName(facade: string | null): string | undefined {
  const [, code, namespace] = facade?.split(`${resolved}/`)[1]?.match(/^([^/]+)\/(.+)$/) ?? [];
  return code && namespace ? `assets/words-${code}-${namespace}-[hash].js` : undefined;
}

export function wordsPlugin(): Plugin {
  let languages: readonly Language[] = [];
  const read = () => (languages = readLanguages());
  return {
    name: 'words',
    buildStart: () => void read(),
    resolveId: (id) => (id.startsWith(index) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(resolved)) return undefined;
      const [code, namespace] = id.slice(resolved.length + 1).split('/');
      if (code && namespace) return namespaceCode(languages, code, namespace);
      const spoken = Object.keys(languages[0]?.namespaces ?? {});
      if (code)
        return languageCode(
          code,
          spoken.filter((name) => name !== serverNamespace),
        );
      return indexCode(languages);
    },
    configureServer(server) {
      const folder = join(root, wordFolder);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder) || !path.endsWith('.json')) return;
        read();
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
