import { listSources, readText } from '../source-files.ts';
import { complaints, type StepOutcome } from '../steps/step.ts';
import { findCycles } from './cycles.ts';
import { importsOf, type Import } from './imports.ts';
import { boundaries } from './rules.ts';

export function findCrossings(links: readonly Import[]): string[] {
  return links.flatMap((link) =>
    boundaries
      .filter((boundary) => boundary.forbids(link))
      .map(({ name, why }) => `${link.from} imports ${link.to}\n    ${name}: ${why}`),
  );
}

/** Reads the imports of all sources; refuses what crosses a boundary, and every cycle. */
export function checkBoundaries(): StepOutcome {
  const sources = listSources();
  const links = sources.flatMap((path) => importsOf(path, readText(path)));
  const cycles = findCycles(links).map((cycle) => `cycle: ${cycle}`);
  return complaints(
    [...findCrossings(links), ...cycles],
    `${links.length} imports in ${sources.length} files`,
  );
}
