import type { DriveRow } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { TravellingRow } from '../motion/travelling-row.tsx';
import { sectorColour } from '../ui/sector-colour.ts';
import { formatScore } from '../ui/score-text.ts';
import { Breakdown } from './breakdown.tsx';
import type { DriveParts } from './drive-parts.ts';
import { ScoreBar } from './score-bar.tsx';
import styles from './standings.module.css';

interface Props extends DriveParts {
  row: DriveRow;
  /** The highest score of all, which fills the bar. */
  top: number;
  isOpen: boolean;
  onToggle: () => void;
}

function Marks({ row }: { row: DriveRow }) {
  const { t } = useTranslation('drives');
  const pledged = row.terms.some((term) => term.kind === 'task' && term.pledge !== undefined);
  return (
    <span className={styles.marks}>
      {row.rhythm !== null && <span>{t('rhythm', { value: row.rhythm })}</span>}
      {pledged && <span>{t('pledged')}</span>}
      {row.late > 0 && <span data-warn="true">{t('late', { count: row.late })}</span>}
      {row.improvement && (
        <span>
          {t('improvementPlace', {
            place: t('common:place', { count: row.improvement.place, ordinal: true }),
          })}
        </span>
      )}
    </span>
  );
}

/** One unit's line; it opens to how its score came about. */
export function StandingsRow(props: Props) {
  const { row, vocabulary, drive, top, isOpen, onToggle } = props;
  const unit = vocabulary.units.get(row.unit);
  const colour = sectorColour(vocabulary.sectors, unit?.sector);
  return (
    <TravellingRow id={row.unit} className={styles.item ?? ''}>
      <button
        type="button"
        className={styles.row}
        aria-expanded={isOpen}
        onClick={onToggle}
        style={{ '--sector': colour } as CSSProperties}
      >
        <span className={styles.place} data-lead={row.place === 1}>
          {row.place}
        </span>
        <span className={styles.name}>
          <span>{unit?.name ?? row.unit}</span>
          <Marks row={row} />
        </span>
        <span className={styles.score}>{formatScore(row.score)}</span>
        <ScoreBar row={row} top={top} par={drive.par} />
      </button>
      {isOpen && <Breakdown {...props} />}
    </TravellingRow>
  );
}
