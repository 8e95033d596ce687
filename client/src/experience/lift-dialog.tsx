import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { adoptionDetail, type AdoptionDetail } from '../api/experiences.ts';
import type { MetricInfo } from '../store/board-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { formatDate, formatNumber, formatValue } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { LiftText } from './lift-text.tsx';
import styles from './lift.module.css';

interface SideProps {
  board: string;
  name: string;
  mean: string | undefined;
  results: AdoptionDetail['compared']['before'];
  metric: MetricInfo;
  timeZone: string;
}

function Side({ board, name, mean, results, metric, timeZone }: SideProps) {
  const { t } = useTranslation('experience');
  return (
    <section>
      <h3>{name}</h3>
      <p>
        {t('lift.results', { count: results.length })}
        {mean !== undefined && (
          <>
            {' · '}
            {t('lift.mean', { mean: formatNumber(mean, { decimals: metric.decimals + 1 }) })}
          </>
        )}
      </p>
      <table>
        <tbody>
          {results.map(({ result, value, achievedAt }) => (
            <tr key={result}>
              <th scope="row">{formatDate(achievedAt, timeZone)}</th>
              <td>
                <Link href={`/b/${board}/r/${result}`}>{formatValue(value, metric)}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Props {
  board: string;
  experience: string;
  unit: { id: string; name: string };
  metric: MetricInfo;
  timeZone: string;
  onClose: () => void;
}

/** A lift opened to the very results it was measured from. */
export function LiftDialog({ board, experience, unit, metric, timeZone, onClose }: Props) {
  const { t } = useTranslation('experience');
  const [detail, setDetail] = useState<AdoptionDetail>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    adoptionDetail(board, experience, unit.id, abort.signal).then(setDetail, () => {
      if (!abort.signal.aborted) setFailed(true);
    });
    return () => abort.abort();
  }, [board, experience, unit.id]);
  const side = { board, metric, timeZone };
  return (
    <Dialog title={t('lift.title', { unit: unit.name })} onClose={onClose}>
      {failed && <p role="alert">{t('common:failed.title')}</p>}
      {!detail && !failed && <Loading />}
      {detail?.lift && (
        <>
          <LiftText lift={detail.lift} metric={metric} isFull />
          <p className={styles.method}>{t('lift.method', { count: detail.lift.weeks })}</p>
          <div className={styles.sides}>
            <Side
              name={t('lift.before')}
              mean={detail.lift.before.mean}
              results={detail.compared.before}
              {...side}
            />
            <Side
              name={t('lift.after')}
              mean={detail.lift.after.mean}
              results={detail.compared.after}
              {...side}
            />
          </div>
          <p className={styles.method}>{t('lift.sustained')}</p>
        </>
      )}
    </Dialog>
  );
}
