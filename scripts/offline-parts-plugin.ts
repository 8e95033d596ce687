/**
 * Which files of a build the pages need that open without a network: the worker keeps these on the
 * device and no others. A phone that posts has no use for the steward's desk.
 */
import type { Plugin } from 'vite';

/** What the plugin reads of a chunk of the build. */
interface Chunk {
  type: 'chunk';
  fileName: string;
  facadeModuleId: string | null;
  isEntry: boolean;
  imports: string[];
  dynamicImports: string[];
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> };
}

export interface OfflineParts {
  plugin: Plugin;
  /** Whether a file of the build, by its name from the build's folder, is kept on a device. */
  isKept: (file: string) => boolean;
}

const isWords = (file: string) => /(?:^|\/)words-[^/]*$/.test(file);

/** All that a page may come to ask for; words are kept by language, see `client/src/worker/sw.ts`. */
function filesFrom(roots: readonly Chunk[], chunks: ReadonlyMap<string, Chunk>): Set<string> {
  const files = new Set<string>();
  const visit = (chunk: Chunk, isPage: boolean) => {
    if (files.has(chunk.fileName) || isWords(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const file of chunk.viteMetadata?.importedCss ?? []) files.add(file);
    for (const file of chunk.viteMetadata?.importedAssets ?? []) files.add(file);
    // The entry may ask for every page.
    for (const name of [...chunk.imports, ...(isPage ? chunk.dynamicImports : [])]) {
      const next = chunks.get(name);
      if (next) visit(next, isPage && !next.isEntry);
    }
  };
  for (const root of roots) visit(root, !root.isEntry);
  return files;
}

/** `pages`: how the paths of the pages' modules end. */
export function offlineParts(pages: readonly string[]): OfflineParts {
  let kept: ReadonlySet<string> = new Set();
  return {
    plugin: {
      name: 'offline-parts',
      apply: 'build',
      generateBundle(_, bundle) {
        const all = Object.values(bundle) as (Chunk | { type: 'asset'; fileName: string })[];
        const chunks = all.filter((one): one is Chunk => one.type === 'chunk');
        const roots = chunks.filter(
          ({ isEntry, facadeModuleId }) =>
            isEntry || pages.some((page) => facadeModuleId?.endsWith(page)),
        );
        for (const page of pages)
          if (!roots.some(({ facadeModuleId }) => facadeModuleId?.endsWith(page)))
            this.error(`no page of the build is ${page}`);
        kept = filesFrom(roots, new Map(chunks.map((chunk) => [chunk.fileName, chunk])));
      },
    },
    isKept: (file) => !/\.(?:js|css)$/.test(file) || isWords(file) || kept.has(file),
  };
}
