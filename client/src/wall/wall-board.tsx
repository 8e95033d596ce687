import type { RankingRow } from '@emulation/shared';
import { useMemo } from 'react';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import type { Screen } from './takeover-queue.ts';
import { WallHeader } from './wall-header.tsx';
import { WallRanking } from './wall-ranking.tsx';
import { WallRecords } from './wall-records.tsx';
import { rankingTopic, type WallSettings } from './wall-settings.ts';
import { useWallStops } from './wall-stops.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  /** Metrics that have results. */
  active: readonly string[];
  settings: WallSettings;
  screen: Screen | null;
}

/** Metrics worth a turn: the one of the address, or all that have results, in the board's order. */
function metricsOf(vocabulary: Vocabulary, active: readonly string[], fixed?: string): string[] {
  if (fixed !== undefined && vocabulary.metrics.has(fixed)) return [fixed];
  return [...vocabulary.metrics.keys()].filter((metric) => active.includes(metric));
}

const byPlace = (a: RankingRow, b: RankingRow) =>
  a.place - b.place || (a.unit ?? '').localeCompare(b.unit ?? '');

export function WallBoard({ board, vocabulary, active, settings, screen }: Props) {
  const metrics = metricsOf(vocabulary, active, settings.metric);
  const stop = useWallStops(metrics, settings, screen);
  const metric = vocabulary.metrics.get(stop.metric);
  const after = metrics[(metrics.indexOf(stop.metric) + 1) % metrics.length] ?? stop.metric;
  const { rows } = useTopic<RankingRow>(board, rankingTopic(stop.metric, settings.period));
  // Watched ahead, so that the next metric stands there at once when its turn comes.
  useTopic<RankingRow>(board, rankingTopic(after, settings.period));
  const ranked = useMemo(() => [...rows.values()].sort(byPlace), [rows]);
  if (!metric) return null;
  return (
    <>
      <WallHeader vocabulary={vocabulary} metric={metric} period={settings.period} />
      <WallRanking vocabulary={vocabulary} metric={metric} rows={ranked} stop={stop} />
      <WallRecords board={board} vocabulary={vocabulary} />
    </>
  );
}
