import type { RecordRow } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { formatDate } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { headline } from '../ui/unit-beside.ts';
import styles from './record-holders.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
}

function HolderCard({ board, vocabulary, metric, row }: Props & { row: RecordRow }) {
  const { t } = useTranslation('watch');
  const { sectors, units } = vocabulary;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const onBoard = row.scope === 'board';
  const colour = onBoard ? 'var(--gold)' : sectorColour(sectors, row.sector);
  return (
    <li className={styles.card} style={{ '--sector': colour } as CSSProperties}>
      <p className={styles.scope} data-board={onBoard}>
        {onBoard ? t('records.board') : (sectors.get(row.sector ?? '')?.name ?? row.sector)}
      </p>
      <p className={styles.value}>{headline(row.value, metric)}</p>
      <p className={styles.holders}>
        {row.holders.map((unit) => (
          <Link key={unit} href={`/b/${board}/u/${unit}?metric=${metric.id}`}>
            {units.get(unit)?.name ?? unit}
          </Link>
        ))}
      </p>
      <p className={styles.detail}>
        <span>{formatDate(row.achievedAt, timeZone)}</span>
        {row.equalled > 0 && <span>{t('records.equalled', { count: row.equalled })}</span>}
        {row.state === 'provisional' && <span>{t('common:state.provisional')}</span>}
      </p>
    </li>
  );
}

/** The marks to beat: the board's record, then each sector's. */
export const RecordHolders = memo(function RecordHolders(props: Props) {
  const { t } = useTranslation('watch');
  const { board, vocabulary, metric } = props;
  const { rows } = useTopic<RecordRow>(board, 'records');
  const shown = useMemo(() => {
    const order = ['', ...vocabulary.sectors.keys()];
    return [...rows.values()]
      .filter((row) => row.metric === metric.id && row.scope !== 'unit')
      .sort((a, b) => order.indexOf(a.sector ?? '') - order.indexOf(b.sector ?? ''));
  }, [rows, metric.id, vocabulary.sectors]);
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('records.label')}>
      <ul className={styles.strip}>
        {shown.map((row) => (
          <HolderCard key={`${row.scope} ${row.sector ?? ''}`} {...props} row={row} />
        ))}
      </ul>
    </section>
  );
});
