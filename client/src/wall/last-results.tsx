import { useTranslation } from 'react-i18next';
import type { MetricInfo } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { FittedText } from './fitted-text.tsx';
import { Trend } from './trend.tsx';
import './last-results.css';

interface Props {
  /** Oldest first. */
  values: readonly string[];
  metric: MetricInfo;
  /** How many of them are told in numbers. */
  told: number;
  /** Width to height of the line. */
  ratio: number;
}

/** How a unit came to its score: its last results as a line, and the newest in numbers. */
export function LastResults({ values, metric, told, ratio }: Props) {
  const { t } = useTranslation('scenes');
  const numbers = values.slice(-told).map((value) => formatNumber(value, metric));
  return (
    <div className="last-results">
      <Trend values={values} metric={metric} ratio={ratio} />
      <p className="last-results-told">
        <span>{t('versus.last')}</span>
        <FittedText text={numbers.join(' · ')} max={3.4} min={2.4} lines={2} weight={700} />
      </p>
    </div>
  );
}
