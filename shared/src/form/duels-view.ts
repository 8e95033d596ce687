import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { View } from '../views/view.ts';
import type { DuelRow, Rival } from './row.ts';

/** Places among which a duel is looked for: further down nobody on a wall follows it. */
const lookedAt = 30;
const million = 1_000_000;

function rivalOf(state: BoardState, { metric, table }: MetricState, party: number): Rival {
  // Every party in the order of a table has a score.
  const score = table.scoreOf(party) ?? 0;
  return {
    unit: idAt(state.unitIndex, party),
    place: table.placeOf(score),
    score: formatMinor(score, metric.decimals),
  };
}

/** The neighbours whose scores are nearest without being equal, relative to the one ahead. */
function duelOf(state: BoardState, metric: MetricState): DuelRow | undefined {
  const { table } = metric;
  const parties = table.parties().slice(0, lookedAt);
  let nearest: { ahead: number; behind: number; by: bigint; closeness: number } | undefined;
  for (const [at, behind] of parties.entries()) {
    const ahead = parties[at - 1];
    if (ahead === undefined) continue;
    const [front, back] = [BigInt(table.scoreOf(ahead) ?? 0), BigInt(table.scoreOf(behind) ?? 0)];
    const by = front > back ? front - back : back - front;
    if (by === 0n) continue;
    const size = Math.max(1, Math.abs(Number(front)));
    const closeness = Math.round((Number(by) / size) * million);
    if (!nearest || closeness < nearest.closeness) nearest = { ahead, behind, by, closeness };
  }
  if (!nearest) return undefined;
  return {
    metric: metric.metric.id,
    ahead: rivalOf(state, metric, nearest.ahead),
    behind: rivalOf(state, metric, nearest.behind),
    by: formatMinor(nearest.by, metric.metric.decimals),
    closeness: nearest.closeness,
  };
}

/** In every metric the two units that are nearest to an overtake; none where nobody follows another. */
export function createDuelsView(state: BoardState, topic: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    touchedBy: (change) => change.metrics.size > 0 || change.vocabulary,
    rows: () => {
      const duels = [...state.metrics.values()].flatMap((metric): [string, object][] => {
        const duel = duelOf(state, metric);
        return duel ? [[duel.metric, duel]] : [];
      });
      rows = reuseRows(rows, duels);
      return rows;
    },
  };
}
