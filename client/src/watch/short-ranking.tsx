import type { RankingRow } from '@emulation/shared';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { TravellingList } from '../motion/travelling-list.tsx';
import { TravellingRow } from '../motion/travelling-row.tsx';
import button from '../ui/button.module.css';
import type { RankingParts } from './page-parts.ts';
import type { PlaceChange } from './place-changes.ts';
import { RankingRowLink } from './ranking-row.tsx';
import styles from './ranking.module.css';

/** Rows shown before the visitor asks for all. */
const firstRows = 40;

const keyOf = (row: RankingRow) => row.unit ?? row.sector ?? '';

interface Props extends RankingParts {
  rows: readonly RankingRow[];
  leader: string;
  changes: ReadonlyMap<string, PlaceChange>;
}

/** As many rows as a page can hold: each travels when its place changes. */
export function ShortRanking(props: Props) {
  const { t } = useTranslation('watch');
  const { rows, leader, changes, board, vocabulary, metric, query } = props;
  const [all, setAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const found = rows.findIndex((row) => row.unit === query.unit);
  const shown = all || found >= firstRows ? rows : rows.slice(0, firstRows);
  useEffect(() => {
    if (found < 0) return;
    list.current?.children[found]?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    // Once it is there; it is not followed when its place changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [query.unit, found >= 0]);
  // Two columns on the widest screens are read down, then across.
  const half = Math.ceil(shown.length / 2);
  return (
    <>
      <TravellingList
        ref={list}
        items={shown}
        keyOf={keyOf}
        className={styles.list}
        style={{ '--half': half } as CSSProperties}
      >
        {(row) => {
          const key = keyOf(row);
          const change = changes.get(key);
          return (
            <TravellingRow
              key={key}
              id={key}
              className={styles.item ?? ''}
              raised={(change?.gained ?? 0) > 0}
            >
              <RankingRowLink
                {...{ row, leader, change, board, vocabulary, metric }}
                isFound={row.unit !== undefined && row.unit === query.unit}
              />
            </TravellingRow>
          );
        }}
      </TravellingList>
      {shown.length < rows.length && (
        <button type="button" className={button.button} onClick={() => setAll(true)}>
          {t('ranking.showAll', { count: rows.length - shown.length })}
        </button>
      )}
    </>
  );
}
