import type { CSSProperties } from 'react';
import { Link } from 'wouter';
import { CheerButton } from '../cheers/cheer-button.tsx';
import type { UnitInfo, Vocabulary } from '../store/board-store.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import styles from './unit-header.module.css';

interface Props {
  board: string;
  unit: UnitInfo;
  vocabulary: Vocabulary;
}

export function UnitHeader({ board, unit, vocabulary }: Props) {
  const colour = sectorColour(vocabulary.sectors, unit.sector);
  return (
    <header className={styles.header} style={{ '--sector': colour } as CSSProperties}>
      <Link href={`/b/${board}?sector=${unit.sector}`} className={styles.sector}>
        {vocabulary.sectors.get(unit.sector)?.name ?? unit.sector}
      </Link>
      <h1 data-long={unit.name.length > 32}>{unit.name}</h1>
      <CheerButton board={board} unit={unit.id} name={unit.name} />
    </header>
  );
}
