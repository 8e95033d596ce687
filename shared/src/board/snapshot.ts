import { createZone } from '../calendar/zone.ts';
import { RankingTable } from '../rankings/table.ts';
import { copyColumns } from '../results/columns.ts';
import { TimeOrder } from '../results/time-order.ts';
import { signOf, type MetricState } from './metric-state.ts';
import { createBoardState, type BoardState } from './state.ts';

/** Changes whenever the fold or the form of its state does: older snapshots are not read. */
export const foldVersion = '20';

type MetricDump = Omit<MetricState, 'table' | 'order'> & {
  tallies: MetricState['table']['tallies'];
};

interface BoardDump extends Omit<BoardState, 'zone' | 'metrics'> {
  metrics: MetricDump[];
}

function dumpMetric({ table, order: _, ...metric }: MetricState): MetricDump {
  const { results } = metric;
  return { ...metric, results: copyColumns(results, results.length), tallies: table.tallies };
}

function loadMetric({ tallies, ...metric }: MetricDump): MetricState {
  const { results } = metric;
  return {
    ...metric,
    // Room to grow: a column of exactly its length would double at the next result anyway.
    results: copyColumns(results, Math.max(16, Math.ceil(results.length * 1.25))),
    table: RankingTable.of(signOf(metric.metric), tallies),
    order: new TimeOrder(),
  };
}

/** A board as plain data that structured cloning carries: maps, arrays, typed arrays, bigints. */
export function dumpBoard({ zone: _, metrics, ...board }: BoardState): unknown {
  const dump: BoardDump = { ...board, metrics: [...metrics.values()].map(dumpMetric) };
  return dump;
}

/** The board of a dump that was made by this `foldVersion`. */
export function loadBoard(dump: unknown): BoardState {
  // Only `dumpBoard` of the same version writes what is read here.
  const { metrics, ...board } = dump as BoardDump;
  return {
    ...createBoardState(board.board),
    ...board,
    zone: createZone(board.info?.timeZone ?? 'UTC'),
    metrics: new Map(metrics.map((metric) => [metric.metric.id, loadMetric(metric)])),
  };
}
