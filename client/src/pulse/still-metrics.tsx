import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../ui/format.ts';
import { UnitLink } from './names.tsx';
import { resultLink, type PulseParts } from './pulse-parts.ts';
import type { StillMetric } from './pulse-rows.ts';
import styles from './pulse.module.css';

function Whole({ still, ...parts }: PulseParts & { still: StillMetric }) {
  const { t } = useTranslation('pulse');
  const { board, vocabulary } = parts;
  const metric = vocabulary.metrics.get(still.metric);
  if (!metric) return null;
  const { on, unit, result } = still.advanced;
  const date = formatDate(on, vocabulary.board?.timeZone ?? 'UTC');
  return (
    <li className={styles.still}>
      <p className={styles.days}>
        <b>{still.days}</b> <span>{t('standstill.days', { count: still.days })}</span>
      </p>
      <div className={styles.stillText}>
        <p>
          <b>
            <Link href={`/b/${board}/m/${metric.id}`}>{metric.name}</Link>
          </b>{' '}
          · {t('standstill.whole')}
        </p>
        <p className={styles.quiet}>
          {t('standstill.since', { date, count: metric.standstillDays ?? 0 })}
        </p>
        <p className={styles.quiet}>
          {t('standstill.lastBetter')} <UnitLink {...parts} unit={unit} metric={metric.id} />,{' '}
          <Link href={resultLink(board, result)}>{date}</Link>
        </p>
      </div>
    </li>
  );
}

/** Metrics in which no unit has become better for longer than they allow. */
export function StillMetrics({ stills, ...parts }: PulseParts & { stills: StillMetric[] }) {
  return (
    <ul className={styles.stills}>
      {stills.map((still) => (
        <Whole key={still.metric} {...parts} still={still} />
      ))}
    </ul>
  );
}
