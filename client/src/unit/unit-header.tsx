import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { CheerButton } from '../cheers/cheer-button.tsx';
import type { UnitInfo, Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatList } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { FollowButton } from '../watch/follow-button.tsx';
import styles from './unit-header.module.css';

interface Props {
  board: string;
  unit: UnitInfo;
  /** The metric looked at; what the unit is compared in. */
  metric: string;
  vocabulary: Vocabulary;
}

/** That it takes no results any more, and who goes on. */
function LifeLine({ board, unit, vocabulary }: Omit<Props, 'metric'>) {
  const { t } = useTranslation('unit');
  const { mergedInto, retired, formerly = [] } = unit;
  const into = vocabulary.units.get(mergedInto ?? '');
  if (into)
    return (
      <p>
        {t('life.merged')} <Link href={`/b/${board}/u/${into.id}`}>{into.name}</Link>
      </p>
    );
  if (retired !== undefined) return <p>{t('life.retired')}</p>;
  if (formerly.length === 0) return null;
  return <p>{t('life.formerly', { units: formatList(formerly.map(({ name }) => name)) })}</p>;
}

export function UnitHeader({ board, unit, metric, vocabulary }: Props) {
  const { t } = useTranslation('unit');
  const colour = sectorColour(vocabulary.sectors, unit.sector);
  return (
    <header className={styles.header} style={{ '--sector': colour } as CSSProperties}>
      <Link href={`/b/${board}?sector=${unit.sector}`} className={styles.sector}>
        {vocabulary.sectors.get(unit.sector)?.name ?? unit.sector}
      </Link>
      <h1 data-long={unit.name.length > 32}>{unit.name}</h1>
      <LifeLine board={board} unit={unit} vocabulary={vocabulary} />
      <div className={styles.actions}>
        <CheerButton board={board} unit={unit.id} name={unit.name} />
        <FollowButton board={board} unit={unit.id} />
        <Link href={`/b/${board}?metric=${metric}&unit=${unit.id}`} className={button.button}>
          {t('inRanking')}
        </Link>
        <Link
          href={`/b/${board}/compare?units=${unit.id}&metric=${metric}`}
          className={button.button}
        >
          {t('compare')}
        </Link>
      </div>
    </header>
  );
}
