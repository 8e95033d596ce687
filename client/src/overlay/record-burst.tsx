import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { formatValue } from '../ui/format.ts';
import styles from './overlay.module.css';
import { useRecordOnAir } from './record-queue.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  holdMs: number;
}

/** A record of the board or a sector, the moment it is set. */
export function RecordBurst({ board, vocabulary, holdMs }: Props) {
  const { t } = useTranslation(['overlay', 'watch']);
  const story = useRecordOnAir(board, holdMs);
  if (!story) return null;
  const metric = vocabulary.metrics.get(story.metric);
  const nameOf = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const units = [story.unit, ...story.partners.map(({ unit }) => unit)].map(nameOf);
  const equalled = story.how === 'equalled' ? 'Equalled' : '';
  const label = story.breakthrough ? 'breakthrough' : `${story.scope}${equalled}`;
  return (
    <section className={styles.burst} key={story.result} data-scope={story.scope} role="status">
      <p className={styles.label}>
        {t(`watch:feed.kind.${label}`)}
        <span>{metric?.name ?? story.metric}</span>
      </p>
      <p className={styles.units}>{units.join(' + ')}</p>
      <p className={styles.value}>{metric ? formatValue(story.value, metric) : story.value}</p>
      {story.provisional && <p className={styles.state}>{t('overlay:provisional')}</p>}
    </section>
  );
}
