import type { Column } from './column.ts';
import { say, type Saying } from './saying.ts';

/** What is wrong with one line of the file; the header is line 1. */
export interface LineProblem {
  line: number;
  column?: Column;
  said: Saying;
}

/** Problems that are named one by one; of further ones only the number is told. */
export const maxNamedProblems = 1000;
/** In a preview somebody goes through them: every one that a person could mend. */
export const maxPreviewedProblems = 20_000;

/** Collects problems in bounded memory. */
export class ProblemList {
  private readonly named: LineProblem[] = [];
  private readonly most: number;
  private found = 0;

  constructor(most = maxNamedProblems) {
    this.most = most;
  }

  add(problem: LineProblem): void {
    this.found++;
    if (this.named.length < this.most) this.named.push(problem);
  }

  /** For another round of checks that must not change this list. */
  copy(): ProblemList {
    const copy = new ProblemList(this.most);
    copy.named.push(...this.named);
    copy.found = this.found;
    return copy;
  }

  get count(): number {
    return this.found;
  }

  /** By line; the last says how many more there are. */
  list(): ProblemRow[] {
    const rows = this.named
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, column, said }) => ({
        line,
        path: column ? `line ${line}, ${column}` : `line ${line}`,
        ...(column ? { column } : {}),
        ...said,
      }));
    const more = this.found - rows.length;
    if (more === 0) return rows;
    return [...rows, { path: '', ...say('more', { count: more }) }];
  }
}

/** As it travels, in `errors` of a refusal and `problems` of a preview. */
export interface ProblemRow extends Saying {
  path: string;
  line?: number;
  column?: Column;
}
