import type { Applied } from '../board/outcome.ts';
import type { Area, Change } from './view.ts';

/** What several entries changed together, in the terms that views ask for. */
export function changeOf(applied: readonly Applied[]): Change {
  const metrics = new Set<string>();
  const units = new Set<string>();
  const records = new Set<string>();
  const areas = new Set<Area>();
  let vocabulary = false;
  let happenings = 0;
  for (const each of applied) {
    const { metric, recordsMoved = false } = each.touched;
    if (each.touched.vocabulary) vocabulary = true;
    const touched = [...(each.touched.metrics ?? []), ...(metric === undefined ? [] : [metric])];
    for (const one of touched) {
      metrics.add(one);
      if (recordsMoved) records.add(one);
    }
    for (const unit of each.touched.units ?? []) units.add(unit);
    for (const area of each.touched.areas ?? []) areas.add(area);
    happenings += each.happenings.length;
  }
  return { vocabulary, metrics, units, records, areas, happenings };
}
