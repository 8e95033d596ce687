import type { RankingRow, Scene } from '@emulation/shared';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopic, type MetricInfo } from '../store/board-store.ts';
import { unitApart } from '../ui/unit-beside.ts';
import { movesOf, rankedRows } from './ranked-rows.ts';
import type { SceneProps } from './scene-props.ts';
import { soon } from './soon.tsx';
import { useForm } from './use-form.ts';
import { WallHeader } from './wall-header.tsx';
import { WallRanking } from './wall-ranking.tsx';
import { rankingTopic } from './wall-settings.ts';

const SoloRanking = soon(() => import('./solo-ranking.tsx'), 'SoloRanking');
const EmptyScene = soon(() => import('./empty-scene.tsx'), 'EmptyScene');

interface Props extends SceneProps {
  scene: Extract<Scene, { scene: 'ranking' }>;
}

function notesOf(t: TFunction, props: Props, metric: MetricInfo, hasMoves: boolean) {
  const { vocabulary, settings, scene } = props;
  return [
    unitApart(metric),
    scene.sector && vocabulary.sectors.get(scene.sector)?.name,
    ...(settings.period === 'all' ? [] : [t(`period.${settings.period}`)]),
    ...(metric.direction === 'lower' ? [t('lowerIsBetter')] : []),
    ...(hasMoves ? [t('movesToday')] : []),
    vocabulary.board?.name,
  ];
}

/** The ranking of one metric, page by page; of one sector's units, where it is of a sector. */
export function RankingScene(props: Props) {
  const { board, vocabulary, settings, stop, scene } = props;
  const { t } = useTranslation('wall');
  const metric = vocabulary.metrics.get(scene.metric ?? '');
  const topic = metric ? rankingTopic(metric.id, settings.period) : '';
  const { rows, status } = useTopic<RankingRow>(board, topic);
  const form = useForm(board, metric?.id ?? '', settings.period);
  const { sector } = scene;
  const { units } = vocabulary;
  const ranked = useMemo(
    () =>
      rankedRows(rows.values(), sector ? (unit) => units.get(unit)?.sector === sector : undefined),
    [rows, sector, units],
  );
  const moves = useMemo(() => movesOf(ranked, form), [ranked, form]);
  if (!metric) return null;
  if (ranked.length === 0 && status === 'ready')
    return (
      <EmptyScene
        vocabulary={vocabulary}
        title={metric.name}
        text={t('noRanking')}
        postTo={board}
      />
    );
  const [only] = ranked.length === 1 ? ranked : [];
  return (
    <>
      <WallHeader
        vocabulary={vocabulary}
        title={metric.name}
        notes={notesOf(t, props, metric, moves !== undefined)}
      />
      {only ? (
        <SoloRanking
          {...{ board, vocabulary, metric, stop }}
          row={only}
          form={form.get(only.unit ?? '')}
        />
      ) : (
        <WallRanking
          vocabulary={vocabulary}
          metric={metric}
          rows={ranked}
          stop={stop}
          {...(moves ? { moves } : {})}
          form={form}
        />
      )}
    </>
  );
}
