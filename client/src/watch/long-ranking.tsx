import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankingPageQuery } from '../api/looking-back.ts';
import { useCalm } from '../ui/calm.ts';
import type { RankingParts } from './page-parts.ts';
import type { PlaceChange } from './place-changes.ts';
import { useRankingPages } from './ranking-pages.ts';
import { RankingRowLink } from './ranking-row.tsx';
import styles from './ranking.module.css';
import type { StandingOf } from './standing-of.ts';

interface Props extends RankingParts {
  question: RankingPageQuery;
  total: number;
  leader: string;
  changes: ReadonlyMap<string, PlaceChange>;
  /** Where the unit stands that was looked for. */
  found: StandingOf | undefined;
}

const rowPx = 60;
const overscan = 6;
/** The ranking of a busy board is read again no more often. */
const calmMs = 1_500;

/** Where a key leads in a list of its own; `undefined` for keys that scroll by themselves. */
function rowOfKey(key: string, first: number, perPage: number, total: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return total - 1;
  if (key === 'PageDown') return Math.min(total - 1, first + perPage);
  return key === 'PageUp' ? Math.max(0, first - perPage) : undefined;
}

/** Thousands of rows, of which only those in sight are in the document. */
export function LongRanking(props: Props) {
  const { t } = useTranslation('watch');
  const { board, vocabulary, metric, ranking, query, question, leader, changes, found } = props;
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, last: 30 });
  const pages = useRankingPages(board, question, useCalm(ranking.seq, calmMs), {
    ...range,
    total: props.total,
  });
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => setRange({ first, last }), [first, last]);
  const at = found?.index;
  useEffect(() => {
    if (at !== undefined) virtual.scrollToIndex(at, { align: 'center' });
    // Once it is found; it is not followed when its place changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [query.unit, at === undefined]);
  const onKeyDown = (event: KeyboardEvent) => {
    const perPage = Math.max(1, last - first - 2 * overscan);
    const top = virtual.getVirtualItemForOffset(virtual.scrollOffset ?? 0)?.index ?? 0;
    const next = rowOfKey(event.key, top, perPage, pages.total);
    if (next === undefined) return;
    event.preventDefault();
    virtual.scrollToIndex(next, { align: event.key === 'End' ? 'end' : 'start' });
  };
  return (
    <>
      {pages.failed && <p role="alert">{t('ranking.pageFailed')}</p>}
      {/* A list of its own length is gone through with the keys, as the page itself would be. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={box}
        className={styles.long}
        role="region"
        aria-label={t('ranking.rows')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <ol style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => {
            const row = pages.rowAt(index);
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={pages.total}
                className={styles.placed}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row ? (
                  <RankingRowLink
                    {...{ row, leader, board, vocabulary, metric }}
                    change={changes.get(row.unit ?? '')}
                    isFound={row.unit !== undefined && row.unit === query.unit}
                  />
                ) : (
                  <span className={styles.waiting}>{index + 1}</span>
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </>
  );
}
