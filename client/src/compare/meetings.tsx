import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HeadToHead } from '../api/looking-back.ts';
import { formatSpan } from '../drives/span.ts';
import type { MetricInfo, UnitInfo } from '../store/board-store.ts';
import { Choice } from '../ui/choice.tsx';
import { formatValue } from '../ui/format.ts';
import styles from './compare.module.css';
import type { ChangeCompare, CompareQuery } from './compare-query.ts';

interface Props {
  board: string;
  units: readonly UnitInfo[];
  metric: MetricInfo;
  meetings: HeadToHead;
  query: CompareQuery;
  change: ChangeCompare;
}

/** Period by period, each on its own: what each reached, and who was best. */
export function Meetings({ board, units, metric, meetings, query, change }: Props) {
  const { t } = useTranslation('compare');
  return (
    <section className={styles.panel} aria-labelledby="meetings">
      <header className={styles.panelHead}>
        <h2 id="meetings">{t('meetings')}</h2>
        <Choice
          label={t('period.label')}
          value={query.period}
          options={(['month', 'week'] as const).map((value) => ({
            value,
            label: t(`period.${value}`),
          }))}
          onChoose={(period) => change({ period })}
        />
      </header>
      {meetings.periods.length === 0 ? (
        <p className={styles.quiet}>{t('noMeetings')}</p>
      ) : (
        <div className={styles.scroller}>
          <table className={styles.duel}>
            <thead>
              <tr>
                <th scope="col">{t('period.label')}</th>
                {units.map((unit) => (
                  <th key={unit.id} scope="col">
                    <Link href={`/b/${board}/u/${unit.id}?metric=${metric.id}`}>{unit.name}</Link>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {meetings.periods.map(({ from, to, scores, winners }) => (
                <tr key={from}>
                  <th scope="row">{formatSpan(from, to)}</th>
                  {units.map((unit, at) => {
                    const score = scores[at] ?? null;
                    const isBest = winners.includes(unit.id);
                    return (
                      <td key={unit.id} data-best={isBest}>
                        {isBest && (
                          <span className={styles.star} role="img" aria-label={t('won')}>
                            ★
                          </span>
                        )}
                        {score === null ? '–' : formatValue(score, metric)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
