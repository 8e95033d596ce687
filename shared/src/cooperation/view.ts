import type { BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { View } from '../views/view.ts';
import type { CooperationPair, CooperationRow, SectorCooperation } from './row.ts';
import { CooperationTally } from './tally.ts';

/** Pairs the topic holds. */
export const maxPairs = 300;

export interface Cooperation {
  summary: Extract<CooperationRow, { kind: 'summary' }>;
  pairs: readonly CooperationPair[];
  sectors: SectorCooperation[];
}

/** Tallies outlive a question: the next one reads only what came since. */
const tallies = new WeakMap<BoardState, CooperationTally>();

function tallyOf(state: BoardState): CooperationTally {
  let tally = tallies.get(state);
  if (!tally) tallies.set(state, (tally = new CooperationTally(state)));
  return tally;
}

/** The network of cooperation: who helps whom, between which sectors. */
export function cooperationOf(state: BoardState): Cooperation {
  const tally = tallyOf(state);
  const pairs = tally.pairs();
  const sectorOf = (unit: string) => state.units.get(unit)?.sector;
  const across = pairs.filter(({ units: [a, b] }) => sectorOf(a) !== sectorOf(b));
  return {
    summary: {
      kind: 'summary',
      results: tally.results(),
      units: new Set(pairs.flatMap(({ units }) => units)).size,
      pairs: pairs.length,
      acrossSectors: across.length,
    },
    pairs,
    sectors: tally.sectors(),
  };
}

/** Topic `cooperation`. */
export function createCooperationView(state: BoardState, topic: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  function* cooperationRows(): Iterable<[string, CooperationRow]> {
    const { summary, pairs, sectors } = cooperationOf(state);
    yield ['summary', summary];
    for (const pair of pairs.slice(0, maxPairs)) yield [`pair:${pair.units.join('|')}`, pair];
    for (const row of sectors) yield [`sectors:${row.from}|${row.to}`, row];
  }
  return {
    topic,
    touchedBy: (change) => change.vocabulary || change.areas.has('cooperation'),
    rows: () => {
      rows = reuseRows(rows, cooperationRows());
      return rows;
    },
  };
}
