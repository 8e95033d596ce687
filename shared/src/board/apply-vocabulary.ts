import { createZone } from '../calendar/zone.ts';
import type { FactOf } from '../ledger/entry.ts';
import type { Metric } from '../vocabulary/metric.ts';
import type { Effect } from './effect.ts';
import { createMetricState } from './metric-state.ts';
import { rebuildMetric } from './recompute.ts';
import { indexOf, type BoardState } from './state.ts';

export function applyOpening(state: BoardState, fact: FactOf<'board.opened'>): Effect {
  if (state.info) return { happenings: [], unfit: 'opened' };
  const { type: _, demo = false, ...info } = fact;
  state.info = { ...info, demo };
  state.zone = createZone(info.timeZone);
  return { happenings: [], vocabulary: true };
}

export function applySector(state: BoardState, { id, name }: FactOf<'sector.put'>): Effect {
  indexOf(state.sectorIndex, id);
  state.sectors.set(id, { ...state.sectors.get(id), id, name });
  return { happenings: [], vocabulary: true };
}

export function applyUnit(state: BoardState, { id, name, sector }: FactOf<'unit.put'>): Effect {
  if (!state.sectors.has(sector)) return { happenings: [], unfit: 'unknown-id' };
  indexOf(state.unitIndex, id);
  state.units.set(id, { ...state.units.get(id), id, name, sector });
  return { happenings: [], vocabulary: true, units: [id] };
}

/** Once a metric has results its direction and decimals stand, whatever a late fact says. */
export function applyMetric(state: BoardState, fact: FactOf<'metric.put'>): Effect {
  const { type: _, ...body } = fact;
  const existing = state.metrics.get(body.id);
  const { retired } = existing?.metric ?? {};
  const metric = { ...body, ...(retired === undefined ? {} : { retired }) };
  const changed = { vocabulary: true, happenings: [], metric: metric.id };
  if (!existing) {
    state.metrics.set(metric.id, createMetricState(metric));
    return changed;
  }
  if (existing.results.length > 0 && isFixedChanged(existing.metric, metric))
    return { happenings: [], unfit: 'has-results' };
  const rulesChanged =
    existing.metric.direction !== metric.direction ||
    existing.metric.aggregate !== metric.aggregate ||
    existing.metric.recordsPer !== metric.recordsPer;
  existing.metric = metric;
  if (rulesChanged) rebuildMetric(existing);
  return { ...changed, recordsMoved: rulesChanged };
}

/** Direction and decimals: what cannot change once results exist. */
export function isFixedChanged(
  old: Pick<Metric, 'direction' | 'decimals'>,
  next: Pick<Metric, 'direction' | 'decimals'>,
): boolean {
  return old.direction !== next.direction || old.decimals !== next.decimals;
}
