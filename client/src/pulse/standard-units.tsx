import type { StandardRow } from '@emulation/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { readStandard } from '../api/pulse.ts';
import { useAnswer } from '../drives/use-answer.ts';
import type { MetricInfo } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import { UnitLink } from './names.tsx';
import { resultLink, type PulseParts } from './pulse-parts.ts';
import styles from './pulse.module.css';
import standardCss from './standards.module.css';
import { useVersion } from './use-version.ts';

/** The standard with everyone before it, asked again whenever its row says something else. */
function useStandard(board: string, id: string, row: StandardRow) {
  const ask = useCallback((signal: AbortSignal) => readStandard(board, id, signal), [board, id]);
  return useAnswer(ask, useVersion(row));
}

/** Every active unit before a standard, and the levels it had. */
export function StandardUnits({
  row,
  metric,
  ...parts
}: PulseParts & { row: StandardRow; metric: MetricInfo }) {
  const { t } = useTranslation('pulse');
  const { board, vocabulary } = parts;
  const { id } = metric;
  const answer = useStandard(board, id, row);
  if (answer.kind === 'loading') return <p role="status">{t('common:loading')}</p>;
  if (!answer.value) return <p role="alert">{t('common:failed.title')}</p>;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const { units, history } = answer.value;
  return (
    <>
      <ul className={standardCss.before}>
        {units.map(({ unit, reached, score, result }) => (
          <li key={unit} data-reached={reached !== null}>
            <UnitLink {...parts} unit={unit} metric={id} />
            <span>
              {score !== null && result !== null ? (
                <Link href={resultLink(board, result)}>{formatValue(score, metric)}</Link>
              ) : (
                t('standards.nothing')
              )}
            </span>
            <span className={styles.quiet}>
              {reached && (
                <Link href={resultLink(board, reached.result)}>
                  {t('standards.on', { date: formatDate(reached.achievedAt, timeZone) })}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
      {history.length > 1 && (
        <ol className={standardCss.history} aria-label={t('standards.history')}>
          {history.map((step) => (
            <li key={step.setAt}>
              {formatValue(step.value, metric)}{' '}
              <span className={styles.quiet}>{formatDate(step.setAt, timeZone)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
