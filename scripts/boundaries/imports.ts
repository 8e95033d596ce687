import { dirname, join, normalize } from 'node:path';
import { parseAst } from 'vitest/node';

export interface Import {
  from: string;
  /** A path from the root, or the name of a package (`node:fs`, `@emulation/shared`). */
  to: string;
  kind: 'file' | 'package';
}

/** Every specifier that a module imports, re-exports, loads lazily or takes a type from. */
function specifiersOf(code: string, path: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('source' in node) {
      const { source } = node;
      if (typeof source === 'object' && source !== null && 'value' in source)
        if (typeof source.value === 'string') found.push(source.value);
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(code, { lang: path.endsWith('.ts') ? 'ts' : 'tsx' }, path));
  return found;
}

/** Imports say the file's own name with its extension, so that a path needs no looking up. */
export function importsOf(path: string, code: string): Import[] {
  return specifiersOf(code, path).map((specifier) =>
    specifier.startsWith('.')
      ? { from: path, to: normalize(join(dirname(path), specifier)), kind: 'file' }
      : { from: path, to: specifier, kind: 'package' },
  );
}
