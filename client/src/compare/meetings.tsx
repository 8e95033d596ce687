import { useTranslation } from 'react-i18next';
import type { HeadToHead } from '../api/looking-back.ts';
import { formatSpan } from '../drives/span.ts';
import type { MetricInfo, UnitInfo } from '../store/board-store.ts';
import { Choice } from '../ui/choice.tsx';
import { formatValue } from '../ui/format.ts';
import styles from './compare.module.css';
import type { ChangeCompare, CompareQuery } from './compare-query.ts';
import { SideBySide } from './side-by-side.tsx';

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
  const lines = meetings.periods.map(({ from, to, scores, winners }) => ({
    key: from,
    name: formatSpan(from, to),
    cells: units.map((unit, at) => {
      const score = scores[at] ?? null;
      const value = score === null ? '–' : formatValue(score, metric);
      return { value, isBest: winners.includes(unit.id) };
    }),
  }));
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
        <SideBySide {...{ board, units, metric, lines }} head={t('period.label')} best={t('won')} />
      )}
    </section>
  );
}
