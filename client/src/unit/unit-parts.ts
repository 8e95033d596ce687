import type { UnitRow } from '@emulation/shared';
import type { MetricInfo, UnitInfo, Vocabulary } from '../store/board-store.ts';

/** What the parts of a unit's page that speak of one metric are given. */
export interface UnitParts {
  board: string;
  unit: UnitInfo;
  metric: MetricInfo;
  vocabulary: Vocabulary;
  /** The topic `unit:<id>`. */
  rows: ReadonlyMap<string, UnitRow>;
}
