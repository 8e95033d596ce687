import { useCallback, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { distribution } from '../api/looking-back.ts';
import { useAnswer } from '../drives/use-answer.ts';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatNumber, formatValue } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import styles from './distribution.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
  /** Grows when there is another result. */
  version: number;
}

const bins = 24;

/** How many results have which values; a column is read by pointing at it or going to it. */
export function DistributionPanel({ board, vocabulary, metric, version }: Props) {
  const { t } = useTranslation('metric');
  const [sector, setSector] = useState('');
  const ask = useCallback(
    (signal: AbortSignal) => distribution(board, { metric: metric.id, sector, bins }, signal),
    [board, metric.id, sector],
  );
  const answer = useAnswer(ask, version);
  const known = 'value' in answer ? answer.value : undefined;
  const most = Math.max(1, ...(known?.bins.map(({ count }) => count) ?? []));
  const say = (value: string | null) => (value === null ? '–' : formatValue(value, metric));
  const { sectors } = vocabulary;
  const colour = sector === '' ? 'var(--ink-quiet)' : sectorColour(sectors, sector);
  return (
    <section className={styles.panel} aria-labelledby="distribution">
      <header className={styles.head}>
        <h2 id="distribution">{t('distribution.label')}</h2>
        {sectors.size > 1 && (
          <select
            aria-label={t('distribution.of')}
            value={sector}
            onChange={(event) => setSector(event.target.value)}
          >
            <option value="">{t('distribution.all')}</option>
            {[...sectors.values()].map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </header>
      {answer.kind === 'failed' && <p role="alert">{t('failed')}</p>}
      {known && known.count === 0 && <p className={styles.quiet}>{t('distribution.empty')}</p>}
      {known && known.count > 0 && (
        <>
          <ol className={styles.columns} style={{ '--colour': colour } as CSSProperties}>
            {known.bins.map(({ from, to, count }) => (
              <li
                key={from}
                style={{ '--share': count / most } as CSSProperties}
                title={t('distribution.bin', {
                  from: formatNumber(from, metric),
                  to: formatNumber(to, metric),
                  count,
                })}
              >
                <span className="visually-hidden">
                  {t('distribution.bin', {
                    from: formatNumber(from, metric),
                    to: formatNumber(to, metric),
                    count,
                  })}
                </span>
              </li>
            ))}
          </ol>
          <p className={styles.ends} aria-hidden="true">
            <span>{formatNumber(known.bins[0]?.from ?? '0', metric)}</span>
            <span>{formatNumber(known.bins.at(-1)?.to ?? '0', metric)}</span>
          </p>
          <dl className={styles.figures}>
            {(['min', 'median', 'max'] as const).map((name) => (
              <div key={name}>
                <dt>{t(`distribution.${name}`)}</dt>
                <dd>{say(known[name])}</dd>
              </div>
            ))}
            <div>
              <dt>{t('distribution.count')}</dt>
              <dd>{formatNumber(String(known.count), { decimals: 0 })}</dd>
            </div>
          </dl>
        </>
      )}
    </section>
  );
}
