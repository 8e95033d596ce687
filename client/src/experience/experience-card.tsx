import type { ExperienceRow } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { pictureAddress } from '../api/experiences.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { formatDate } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { nameOf, zoneOf } from './experience-parts.ts';
import { liftAmount } from './lift-text.tsx';
import styles from './list.module.css';
import { StateBar } from './state-bar.tsx';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  row: ExperienceRow;
  /** Of its heading: one below that of the list it stands in. */
  heading?: 'h2' | 'h3';
}

/** One experience in the list: who, how, and how far it has spread. */
export function ExperienceCard({ board, vocabulary, row, heading: Heading = 'h2' }: Props) {
  const { t } = useTranslation('experience');
  const { title, unit, sector, picture, bestLift, counts, writtenAt } = row;
  const metric = vocabulary.metrics.get(row.metric);
  const colour = { '--sector': sectorColour(vocabulary.sectors, sector) } as CSSProperties;
  return (
    <li className={styles.card} style={colour}>
      {picture && (
        <img
          src={pictureAddress(board, picture.id, 'small')}
          alt={picture.alt ?? ''}
          width={picture.width}
          height={picture.height}
          loading="lazy"
        />
      )}
      <div className={styles.cardText}>
        <p className={styles.cardKind}>
          <span>{vocabulary.sectors.get(sector)?.name ?? sector}</span>
          <span>{metric?.name ?? row.metric}</span>
        </p>
        <Heading>
          <Link href={`/b/${board}/experience/${row.id}`}>{title}</Link>
        </Heading>
        <p className={styles.cardBy}>
          {t('by', { unit: nameOf(vocabulary, unit) })} ·{' '}
          <time dateTime={writtenAt}>{formatDate(writtenAt.slice(0, 10), zoneOf(vocabulary))}</time>
        </p>
        <StateBar counts={counts} />
        {bestLift && metric && (
          <p className={styles.cardLift}>
            <span>{t('bestLift')}</span>
            <strong>{t('lift.better', { amount: liftAmount(bestLift.lift, metric) })}</strong>
            <span>{nameOf(vocabulary, bestLift.unit)}</span>
          </p>
        )}
      </div>
    </li>
  );
}
