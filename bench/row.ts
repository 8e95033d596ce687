/** One line of the table: what was measured, beside what it is held against, in the same run. */
export interface BenchRow {
  what: string;
  measured: string;
  against: string;
  /** `measured` over `against`, in the sense that `what` says. */
  ratio: number;
  /** What the ratio is held to, where it is. */
  aim?: Aim;
}

type Aim = { atMost: number } | { atLeast: number };

function judge(ratio: number, aim: Aim | undefined): [target: string, met: string] {
  if (!aim) return ['', ''];
  const isUpper = 'atMost' in aim;
  const isMet = isUpper ? ratio <= aim.atMost : ratio >= aim.atLeast;
  return [isUpper ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`, isMet ? 'yes' : '**no**'];
}

function cells(row: readonly string[], widths: readonly number[]): string {
  return `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
}

/** The rows as a Markdown table. */
export function formatTable(rows: readonly BenchRow[]): string {
  const head = ['what', 'measured', 'against', 'ratio', 'target', 'met'];
  const body = rows.map(({ what, measured, against, ratio, aim }) => [
    what,
    measured,
    against,
    ratio.toPrecision(3),
    ...judge(ratio, aim),
  ]);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...body.map((row) => row[at]?.length ?? 0)),
  );
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...body].map((row) => cells(row, widths)).join('\n');
}

/** The value that `share` (0 to 1) of all are at most. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
