import type { StandstillRow } from '@emulation/shared';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import button from '../ui/button.module.css';
import { formatDate, formatValue } from '../ui/format.ts';
import { UnitLink } from './names.tsx';
import { resultLink, type PulseParts } from './pulse-parts.ts';
import { stillMetrics } from './pulse-rows.ts';
import styles from './pulse.module.css';
import { StillMetrics } from './still-metrics.tsx';

function Comparable({ row, ...parts }: PulseParts & { row: StandstillRow }) {
  const { t } = useTranslation('pulse');
  const { board, vocabulary } = parts;
  const { comparable } = row;
  const metric = vocabulary.metrics.get(row.metric);
  if (!comparable || !metric) return <p className={styles.quiet}>{t('standstill.nobody')}</p>;
  const { unit, before, now, result, experience } = comparable;
  return (
    <p className={styles.comparable}>
      <UnitLink {...parts} unit={unit} metric={row.metric} />{' '}
      <Trans
        t={t}
        i18nKey="standstill.comparable"
        values={{ before: formatValue(before, metric) }}
        components={{ past: <Link href={`/b/${board}/u/${unit}?metric=${row.metric}`} /> }}
      />{' '}
      <Link href={resultLink(board, result)}>{formatValue(now, metric)}</Link>
      {'. '}
      {experience === undefined ? (
        t('standstill.unwritten')
      ) : (
        <Link href={`/b/${board}/experience/${experience}`}>{t('standstill.experience')}</Link>
      )}
    </p>
  );
}

function Still({ row, ...parts }: PulseParts & { row: StandstillRow }) {
  const { t } = useTranslation('pulse');
  const { board, vocabulary } = parts;
  const metric = vocabulary.metrics.get(row.metric);
  if (!metric) return null;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <li className={styles.still}>
      <p className={styles.days}>
        <b>{row.days}</b> <span>{t('standstill.days', { count: row.days })}</span>
      </p>
      <div className={styles.stillText}>
        <p>
          <b>
            <UnitLink {...parts} unit={row.unit} metric={row.metric} />
          </b>{' '}
          · {metric.name}
        </p>
        <p className={styles.quiet}>
          <Link href={resultLink(board, row.result)}>{formatValue(row.score, metric)}</Link>{' '}
          {t('standstill.since', { date: formatDate(row.since, timeZone), count: row.allowed })}
        </p>
        <Comparable {...parts} row={row} />
      </div>
    </li>
  );
}

const firstShown = 6;

/** Units that became no better for longer than the metric allows, and whose experience may help. */
export function StandstillPanel(parts: PulseParts) {
  const { t } = useTranslation('pulse');
  const { standstill, board, metrics } = parts.pulse;
  const wholes = stillMetrics(metrics.values());
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? standstill : standstill.slice(0, firstShown);
  const hidden = (board?.standstill.units ?? 0) - standstill.length;
  return (
    <section className={styles.panel} aria-labelledby="standstill">
      <h2 id="standstill">{t('standstill.label')}</h2>
      {wholes.length > 0 && <StillMetrics {...parts} stills={wholes} />}
      {standstill.length === 0 ? (
        <p className={styles.quiet}>
          {t(wholes.length === 0 ? 'standstill.none' : 'standstill.noUnit')}
        </p>
      ) : (
        <ul className={styles.stills}>
          {shown.map((row) => (
            <Still key={`${row.metric} ${row.unit}`} {...parts} row={row} />
          ))}
        </ul>
      )}
      {shown.length < standstill.length && (
        <button type="button" className={button.button} onClick={() => setWhole(true)}>
          {t('standstill.show', { count: standstill.length - shown.length })}
        </button>
      )}
      {isWhole && hidden > 0 && (
        <p className={styles.quiet}>{t('standstill.more', { count: hidden })}</p>
      )}
    </section>
  );
}
