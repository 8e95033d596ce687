import { formatMinor } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { MetricInfo } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatValue } from '../ui/format.ts';
import type { Implausible } from './implausible.ts';
import styles from './result-form.module.css';

interface Props {
  unit: string;
  metric: MetricInfo;
  value: string;
  doubt: Implausible;
  /** A decimal string. */
  onMeant: (value: string) => void;
}

/** Asked once: a slip is mended by one tap, and what is true is posted by the next. */
export function ImplausibleStop({ unit, metric, value, doubt, onMeant }: Props) {
  const { t } = useTranslation('post');
  const say = (minor: number) => formatValue(formatMinor(minor, metric.decimals), metric);
  const { low, high, meant } = doubt;
  const told = { unit, value: formatValue(value, metric) };
  return (
    <div className={styles.stop} role="alert">
      <p>
        <b>{t('stop.title')}</b>{' '}
        {low !== undefined && high !== undefined
          ? t('stop.range', { ...told, low: say(low), high: say(high) })
          : t('stop.slip', told)}
      </p>
      {meant !== undefined && (
        <button
          type="button"
          className={button.button}
          onClick={() => onMeant(formatMinor(meant, metric.decimals))}
        >
          {t('stop.meant', { value: say(meant) })}
        </button>
      )}
    </div>
  );
}
