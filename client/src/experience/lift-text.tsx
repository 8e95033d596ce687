import type { Lift, Metric } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { formatMargin } from '../marks/margin-text.ts';
import { formatNumber, localeOf } from '../ui/format.ts';
import styles from './lift.module.css';

export type LiftMetric = Pick<Metric, 'decimals' | 'unitOfMeasure'>;

/** Which way a lift goes, as a word of `lift.`: where lower is better, a sign would mislead. */
export function liftWay(lift: string): 'better' | 'worse' | 'same' {
  if (Number(lift) === 0) return 'same';
  return lift.startsWith('-') ? 'worse' : 'better';
}

/** By how much, with one decimal more than the metric and its unit of measure. */
export function liftAmount(lift: string, metric: LiftMetric): string {
  const shape = { decimals: metric.decimals + 1, unitOfMeasure: metric.unitOfMeasure };
  return formatMargin(lift.replace('-', ''), shape);
}

const bound = (value: string, metric: LiftMetric) =>
  formatNumber(value, { decimals: metric.decimals + 1 });

const percentNumber = (percent: string) =>
  `${formatNumber(percent.replace('-', ''), { decimals: 1 }, localeOf())}\u202f%`;

interface Props {
  lift: Lift;
  metric: LiftMetric;
  /** With what it means, in words. */
  isFull?: boolean;
}

/** What an adoption brought, never without how sure that is. */
export function LiftText({ lift, metric, isFull = false }: Props) {
  const { t } = useTranslation('experience');
  if (lift.kind === 'too-few')
    return (
      <p className={styles.lift} data-verdict="unclear">
        {isFull
          ? t('lift.tooFew', {
              before: lift.before.results,
              after: lift.after.results,
              needed: lift.needed,
            })
          : t('lift.tooFewShort')}
      </p>
    );
  const [low, high] = [bound(lift.low, metric), bound(lift.high, metric)];
  const way = liftWay(lift.lift);
  return (
    <p className={styles.lift} data-verdict={lift.verdict}>
      <strong>{t(`lift.${way}`, { amount: liftAmount(lift.lift, metric) })}</strong>
      <span>{t('lift.interval', { low, high })}</span>
      {isFull && <span>{t(`lift.verdict.${lift.verdict}`)}</span>}
      {isFull && lift.percent !== null && (
        <span>{t('lift.percent', { percent: percentNumber(lift.percent) })}</span>
      )}
    </p>
  );
}
