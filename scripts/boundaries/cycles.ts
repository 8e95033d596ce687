import type { Import } from './imports.ts';

/** Every cycle of files, once, as `a → b → a`; found by depth-first search. */
export function findCycles(links: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to, kind } of links)
    if (kind === 'file') targets.set(from, [...(targets.get(from) ?? []), to]);
  const cycles: string[] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || finished.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) visit(target);
    path.pop();
    finished.add(file);
  };
  for (const file of targets.keys()) visit(file);
  return cycles;
}
