/** One line of the table: what was measured, beside what it is held against, in the same run. */
export interface BenchRow {
  what: string;
  measured: string;
  against: string;
  /** `measured` over `against`, in the sense that `what` says. */
  ratio: number;
}

function cells(row: readonly string[], widths: readonly number[]): string {
  return `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
}

/** The rows as a Markdown table. */
export function formatTable(rows: readonly BenchRow[]): string {
  const head = ['what', 'measured', 'against', 'ratio'];
  const body = rows.map(({ what, measured, against, ratio }) => [
    what,
    measured,
    against,
    ratio.toPrecision(3),
  ]);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...body.map((row) => row[at]?.length ?? 0)),
  );
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...body].map((row) => cells(row, widths)).join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
