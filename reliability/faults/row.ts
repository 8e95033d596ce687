/** One line of the table: what was done, what came of it, and what it is held against. */
export interface FaultRow {
  name: string;
  done: string;
  figure: string;
  target: string;
  isMet: boolean;
}

const head = ['fault', 'what was done', 'figure', 'target', 'met'];

export function formatTable(rows: readonly FaultRow[]): string {
  const body = rows.map(({ name, done, figure, target, isMet }) => {
    return [name, done, figure, target, isMet ? 'yes' : 'no'];
  });
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
