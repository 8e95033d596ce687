import type { PeriodName, RankingRow } from '@emulation/shared';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopic, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { unitApart } from '../ui/unit-beside.ts';
import type { SceneProps } from './scene-props.ts';
import { metricOfStop } from './stops.ts';
import { WallHeader } from './wall-header.tsx';
import { WallRanking } from './wall-ranking.tsx';
import { rankingTopic } from './wall-settings.ts';

const byPlace = (a: RankingRow, b: RankingRow) =>
  a.place - b.place || (a.unit ?? '').localeCompare(b.unit ?? '');

function notesOf(t: TFunction, vocabulary: Vocabulary, metric: MetricInfo, period: PeriodName) {
  return [
    unitApart(metric),
    vocabulary.board?.name,
    ...(period === 'all' ? [] : [t(`period.${period}`)]),
    ...(metric.direction === 'lower' ? [t('lowerIsBetter')] : []),
  ];
}

/** The ranking of one metric, page by page. */
export function RankingScene({ board, vocabulary, settings, stop }: SceneProps) {
  const { t } = useTranslation('wall');
  const metric = vocabulary.metrics.get(metricOfStop(stop.key) ?? '');
  const topic = metric ? rankingTopic(metric.id, settings.period) : '';
  const { rows } = useTopic<RankingRow>(board, topic);
  const ranked = useMemo(() => [...rows.values()].sort(byPlace), [rows]);
  if (!metric) return null;
  const notes = notesOf(t, vocabulary, metric, settings.period);
  return (
    <>
      <WallHeader vocabulary={vocabulary} title={metric.name} notes={notes} />
      <WallRanking vocabulary={vocabulary} metric={metric} rows={ranked} stop={stop} />
    </>
  );
}
