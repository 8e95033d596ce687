import type { ExperienceRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { ExperienceCard } from '../experience/experience-card.tsx';
import { writtenBy } from '../experience/list-order.ts';
import { useTopic, type UnitInfo, type Vocabulary } from '../store/board-store.ts';
import styles from './written-panel.module.css';

interface Props {
  board: string;
  unit: UnitInfo;
  vocabulary: Vocabulary;
}

/** What this unit wrote down for others, and how far that has spread. */
export function WrittenPanel({ board, unit, vocabulary }: Props) {
  const { t } = useTranslation('experience');
  const { rows } = useTopic<ExperienceRow>(board, 'experiences');
  const written = writtenBy(rows.values(), unit.id);
  if (written.length === 0) return null;
  return (
    <section className={styles.written} aria-labelledby="written">
      <h2 id="written">{t('unit.written')}</h2>
      <ul>
        {written.map((row) => (
          <ExperienceCard key={row.id} heading="h3" {...{ board, vocabulary, row }} />
        ))}
      </ul>
    </section>
  );
}
