import type { BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { pulseOf } from '../pulse/pulse.ts';
import { pulseRows } from '../pulse/rows.ts';
import { reuseRows } from './keyed-rows.ts';
import type { Area, View } from './view.ts';

const areas: readonly Area[] = ['standards', 'calendar', 'drives', 'experiences', 'cooperation'];

/** How the board is on the day it is asked: plans, balance, streaks, standards, standstill. */
export function createPulseView(state: BoardState, topic: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    touchedBy: (change) =>
      change.metrics.size > 0 || change.vocabulary || areas.some((area) => change.areas.has(area)),
    rows: (now) => {
      rows = reuseRows(rows, pulseRows(pulseOf(state), now));
      return rows;
    },
  };
}
