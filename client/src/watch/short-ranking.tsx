import type { RankingRow } from '@emulation/shared';
import { memo, useEffect, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { TravellingList } from '../motion/travelling-list.tsx';
import { TravellingRow } from '../motion/travelling-row.tsx';
import button from '../ui/button.module.css';
import { isFirstView, useSettled } from '../ui/settled.ts';
import type { RankingParts } from './page-parts.ts';
import type { PlaceChange } from './place-changes.ts';
import { RankingRowLink, type RowProps } from './ranking-row.tsx';
import { useSight, type Sight } from './rows-in-sight.ts';
import styles from './ranking.module.css';

/** Rows shown before the visitor asks for all; while the page is first drawn, those of a first screen. */
const firstRows = { settled: 40, before: 15 };

/** More rows than a first screen of any device holds: those after them wait until they are near it. */
const firstScreen = firstRows.before;

const keyOf = (row: RankingRow) => row.unit ?? row.sector ?? '';

interface Props extends RankingParts {
  rows: readonly RankingRow[];
  leader: string;
  changes: ReadonlyMap<string, PlaceChange>;
}

interface ItemProps extends RowProps {
  id: string;
  /** Where nobody sees it, only a score of its own is drawn. */
  sight: Sight;
  isBelow: boolean;
}

/** Rows in sight are laid out in any case; in a rush it is known which are. */
function classOf({ sight, isBelow }: ItemProps): string {
  const { item = '', away, below, late } = styles;
  if (isFirstView && isBelow) return `${item} ${below} ${late}`;
  if (sight === 'away') return `${item} ${away}`;
  return isBelow && sight !== 'near' ? `${item} ${below}` : item;
}

const isSame = (one: ItemProps, other: ItemProps) =>
  (Object.keys(other) as (keyof ItemProps)[]).every(
    (key) => key === 'sight' || key === 'isBelow' || one[key] === other[key],
  );

const isOut = ({ sight }: ItemProps) => sight === 'late' || sight === 'away';

const Item = memo(
  function Item(props: ItemProps) {
    const { id, sight: _, isBelow: __, ...row } = props;
    return (
      <TravellingRow id={id} className={classOf(props)} raised={row.change?.rose === true}>
        <RankingRowLink {...row} />
      </TravellingRow>
    );
  },
  (drawn, next) =>
    classOf(drawn) === classOf(next) &&
    ((isOut(next) && drawn.row.score === next.row.score) || isSame(drawn, next)),
);

/** As many rows as a page can hold: each travels when its place changes. */
export function ShortRanking(props: Props) {
  const { t } = useTranslation('watch');
  const { rows, leader, changes, board, vocabulary, metric, query } = props;
  const [all, setAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const found = rows.findIndex((row) => row.unit === query.unit);
  const least = useSettled() ? firstRows.settled : firstRows.before;
  const shown = all || found >= least ? rows : rows.slice(0, least);
  useEffect(() => {
    if (found < 0) return;
    list.current?.children[found]?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    // Once it is there; it is not followed when its place changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [query.unit, found >= 0]);
  const sightOf = useSight(list, props.ranking.rows, shown.length > firstRows.settled);
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
        {(row, at) => {
          const key = keyOf(row);
          return (
            <Item
              key={key}
              id={key}
              {...{ row, leader, board, vocabulary, metric }}
              change={changes.get(key)}
              isFound={row.unit !== undefined && row.unit === query.unit}
              sight={sightOf(at)}
              isBelow={at >= firstScreen}
            />
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
