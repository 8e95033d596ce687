import type { RankingRow } from '@emulation/shared';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { marginBetween } from '../marks/margin.ts';
import { TravellingRow } from '../motion/travelling-row.tsx';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { FittedText } from './fitted-text.tsx';
import { PlaceChange } from './place-change.tsx';
import { soon } from './soon.tsx';
import { unitBeside } from '../ui/unit-beside.ts';

const CheerRise = soon(() => import('../cheers/cheer-rise.tsx'), 'CheerRise');
const Trend = soon(() => import('./trend.tsx'), 'Trend');

interface Props {
  row: RankingRow;
  leader: string;
  metric: MetricInfo;
  vocabulary: Vocabulary;
  lit: boolean;
  /** How much larger than the least size it is set. */
  scale: number;
  /** What stands under the name; the sector where there is nothing else. */
  under?: ReactNode;
  /** By how many places it has moved today, where that is told. */
  move?: number | 'new' | undefined;
  /** Its last results, oldest first. */
  last?: readonly string[] | undefined;
}

/** How far behind the leader, signed as the score would read: more minutes, or fewer points. */
function gapOf(metric: MetricInfo, score: string, leader: string): string {
  const margin = marginBetween(metric, score, leader);
  if (margin?.side !== 'worse') return '';
  return `${metric.direction === 'lower' ? '+' : '−'}${formatNumber(margin.by, metric)}`;
}

export const RankingLine = memo(function RankingLine(props: Props) {
  const { row, leader, metric, vocabulary, lit, scale, under, move, last = [] } = props;
  const { t } = useTranslation('wall');
  const unit = vocabulary.units.get(row.unit ?? '');
  const sector = vocabulary.sectors.get(unit?.sector ?? '');
  const gap = gapOf(metric, row.score, leader);
  return (
    <TravellingRow
      id={`${metric.id} ${row.unit}`}
      style={{ '--sector': sectorColour(vocabulary.sectors, unit?.sector) }}
      className={lit ? 'ranking-line ranking-lit' : 'ranking-line'}
      raised={lit}
    >
      <span className="ranking-place" data-first={row.place === 1}>
        <span role="img" aria-label={t('place', { place: row.place })}>
          {row.place}
        </span>
        {move !== undefined && <PlaceChange move={move} />}
      </span>
      <span className="ranking-bar" aria-hidden="true" />
      <span className="ranking-who">
        <FittedText
          className="ranking-name"
          text={unit?.name ?? row.unit ?? ''}
          max={3.81 * scale}
          min={2.4}
          lines={3}
        />
        {under ?? (
          <span className="ranking-under">
            <FittedText
              className="ranking-sector"
              text={sector?.name ?? ''}
              max={1.9 * scale}
              min={1.9}
              lines={1}
              weight={500}
              isOptional
            />
            <Trend values={last} metric={metric} />
          </span>
        )}
      </span>
      <span className="ranking-mark">
        <span className="ranking-score">
          {formatNumber(row.score, metric)}
          {unitBeside(metric) && <small>{unitBeside(metric)}</small>}
        </span>
        <span className="ranking-gap">{gap || t('leader')}</span>
      </span>
      {row.unit !== undefined && <CheerRise unit={row.unit} />}
    </TravellingRow>
  );
});
