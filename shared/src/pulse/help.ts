import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import type { Period } from '../calendar/period.ts';
import { isAnnulled } from '../results/columns.ts';
import { resultIdAt } from '../results/result-id.ts';
import type { SectorHelp } from './row.ts';

interface Help {
  units: Set<string>;
  results: Set<number>;
}

/** By the helped sector (its id), then by the sector that helped. */
export type HelpBook = Map<string, Map<string, Help>>;

/** Whether a partner did not do the same work but made it possible. */
const isHelp = (role: string) => role === 'helped' || role === 'lent';

function addResult(state: BoardState, metric: MetricState, index: number, book: HelpBook): void {
  const helped = idAt(state.sectorIndex, metric.results.sector[index] ?? 0);
  for (const partner of metric.extras.joint.get(index)?.partners ?? []) {
    const unit = state.units.get(idAt(state.unitIndex, partner.unit));
    if (!unit || !isHelp(partner.role) || unit.sector === helped) continue;
    let helpers = book.get(helped);
    if (!helpers) book.set(helped, (helpers = new Map<string, Help>()));
    let help = helpers.get(unit.sector);
    if (!help) helpers.set(unit.sector, (help = { units: new Set(), results: new Set() }));
    help.units.add(unit.id);
    help.results.add(metric.results.seq[index] ?? 0);
  }
}

/** Adds the joint results of a metric in a span, from result `from` on, to who helped whom. */
export function gatherHelp(
  state: BoardState,
  metric: MetricState,
  span: Period,
  to: { book: HelpBook; from: number },
): void {
  const { results } = metric;
  if (metric.extras.joint.size === 0) return;
  for (let index = to.from; index < results.length; index++) {
    const day = results.day[index] ?? 0;
    if (day < span.from || day > span.to || isAnnulled(results, index)) continue;
    if (metric.extras.joint.has(index)) addResult(state, metric, index, to.book);
  }
}

/** Who helped a sector in any of the metrics, the most results first. */
export function helpOf(state: BoardState, sector: string, books: Iterable<HelpBook>): SectorHelp[] {
  const merged = new Map<string, Help>();
  for (const book of books)
    for (const [helper, { units, results }] of book.get(sector) ?? []) {
      const help = merged.get(helper) ?? { units: new Set(), results: new Set() };
      for (const unit of units) help.units.add(unit);
      for (const seq of results) help.results.add(seq);
      merged.set(helper, help);
    }
  return [...merged]
    .map(([helper, { units, results }]) => ({
      sector: helper,
      units: [...units].sort((a, b) => a.localeCompare(b)),
      results: results.size,
      result: resultIdAt(state, Math.max(...results)),
    }))
    .sort((a, b) => b.results - a.results || a.sector.localeCompare(b.sector));
}
