import type { MetricState } from '../board/metric-state.ts';
import { copyColumns, flag } from '../results/columns.ts';

/**
 * A metric as its results were announced: each as it was posted, and none annulled. Its lines and
 * its table stay those of now.
 */
export function asAnnounced(metric: MetricState): MetricState {
  const { results, extras } = metric;
  const told = copyColumns(results, Math.max(1, results.length));
  for (let index = 0; index < told.length; index++)
    told.flags[index] = (told.flags[index] ?? 0) & ~flag.annulled;
  for (const [index, { value, at, day }] of extras.announced) {
    told.value[index] = value;
    told.at[index] = at;
    told.day[index] = day;
  }
  return { ...metric, results: told };
}
