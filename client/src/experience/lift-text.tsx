import type { Lift, Metric } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { formatNumber, localeOf } from '../ui/format.ts';
import styles from './lift.module.css';

export type LiftMetric = Pick<Metric, 'decimals' | 'unitOfMeasure'>;

/** A lift as it is written: signed, one decimal more than its metric, with the unit of measure. */
export function liftNumber(lift: string, metric: LiftMetric): string {
  const text = formatNumber(lift, { decimals: metric.decimals + 1 });
  const sign = lift.startsWith('-') || Number(lift) === 0 ? '' : '+';
  const unit = metric.unitOfMeasure ? `\u202f${metric.unitOfMeasure}` : '';
  return `${sign}${text}${unit}`;
}

export function percentNumber(percent: string): string {
  const sign = percent.startsWith('-') || Number(percent) === 0 ? '' : '+';
  return `${sign}${formatNumber(percent, { decimals: 1 }, localeOf())}\u202f%`;
}

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
  const [low, high] = [liftNumber(lift.low, metric), liftNumber(lift.high, metric)];
  return (
    <p className={styles.lift} data-verdict={lift.verdict}>
      <strong>{liftNumber(lift.lift, metric)}</strong>
      <span>{t('lift.interval', { low, high })}</span>
      {isFull && <span>{t(`lift.verdict.${lift.verdict}`)}</span>}
      {isFull && lift.percent !== null && (
        <span>{t('lift.percent', { percent: percentNumber(lift.percent) })}</span>
      )}
    </p>
  );
}
