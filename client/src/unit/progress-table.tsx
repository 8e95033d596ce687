import type { ProgressionMark } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import styles from './progress-table.module.css';

interface Props {
  marks: readonly ProgressionMark[];
  metric: MetricInfo;
  vocabulary: Vocabulary;
}

/** The chart's content for whoever reads rather than looks; newest first. */
export function ProgressTable({ marks, metric, vocabulary }: Props) {
  const { t } = useTranslation('unit');
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const columns = ['date', 'value', 'holders', 'kind'] as const;
  return (
    <details className={styles.details}>
      <summary>{t('progress.table')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`progress.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {marks.toReversed().map((mark) => (
            <tr key={`${mark.result} ${mark.achievedAt}`}>
              <th scope="row">{formatDate(mark.achievedAt, timeZone)}</th>
              <td>{formatValue(mark.value, metric)}</td>
              <td>{mark.holders.map((id) => vocabulary.units.get(id)?.name ?? id).join(', ')}</td>
              <td>
                {t(`progress.${mark.kind}`)} · {t(`common:state.${mark.state}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
