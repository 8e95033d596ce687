import type { CooperationPair } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { sectorColour } from '../ui/sector-colour.ts';
import styles from './cooperation.module.css';
import { sayPair } from './pair-words.ts';
import { keyOf, weightOf, type Shown } from './pairs.ts';

interface Props {
  pairs: readonly CooperationPair[];
  vocabulary: Vocabulary;
  shown: Shown;
  chosen: string;
  onChoose: (pair: string) => void;
  onPoint: (pair: string) => void;
}

const pageSize = 12;

/** Those that worked together most, in words; each opens the results it came from. */
export function PairList({ pairs, vocabulary, shown, chosen, onChoose, onPoint }: Props) {
  const { t } = useTranslation('cooperation');
  const [length, setLength] = useState(pageSize);
  const name = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const colour = (unit: string) =>
    sectorColour(vocabulary.sectors, vocabulary.units.get(unit)?.sector);
  return (
    <section className={styles.panel} aria-labelledby="pairs-title">
      <h2 id="pairs-title">{t('pairs.label')}</h2>
      <ol className={styles.pairs}>
        {pairs.slice(0, length).map((pair) => {
          const key = keyOf(pair);
          const [a, b] = pair.units;
          const colours = { '--a': colour(a), '--b': colour(b) } as CSSProperties;
          return (
            <li key={key}>
              <button
                type="button"
                className={styles.pair}
                style={colours}
                aria-pressed={key === chosen}
                onClick={() => onChoose(key === chosen ? '' : key)}
                onPointerEnter={() => onPoint(key)}
                onPointerLeave={() => onPoint('')}
                onFocus={() => onPoint(key)}
                onBlur={() => onPoint('')}
              >
                <span className={styles.count}>{weightOf(pair, shown)}</span>
                <span className={styles.who}>
                  <b>{`${name(a)} – ${name(b)}`}</b>
                  <small>{sayPair(t, pair, name).join(' · ')}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {pairs.length > length && (
        <button type="button" className={button.button} onClick={() => setLength(length + 24)}>
          {t('pairs.more', { count: pairs.length - length })}
        </button>
      )}
    </section>
  );
}
