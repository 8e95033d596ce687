import type { MetricState } from '../board/metric-state.ts';

/** Answers kept of one metric; the oldest one goes first. */
const most = 8;

interface Kept {
  /** What was counted when the answers were made. */
  length: number;
  revision: number;
  answers: Map<string, unknown>;
}

const kept = new WeakMap<MetricState, Kept>();

function answersOf(metric: MetricState): Map<string, unknown> {
  const { revision } = metric;
  const { length } = metric.results;
  const known = kept.get(metric);
  if (known?.length === length && known.revision === revision) return known.answers;
  const answers = new Map<string, unknown>();
  kept.set(metric, { length, revision, answers });
  return answers;
}

/**
 * What `make` finds out from the counted results of one metric alone; many who ask the same between
 * two results are answered from one pass. `key` must say everything that the answer depends on.
 */
export function remembered<T>(metric: MetricState, key: string, make: () => T): T {
  const answers = answersOf(metric);
  // Under a key stands what the same caller put there.
  if (answers.has(key)) return answers.get(key) as T;
  const made = make();
  const [oldest] = answers.keys();
  if (answers.size >= most && oldest !== undefined) answers.delete(oldest);
  answers.set(key, made);
  return made;
}
