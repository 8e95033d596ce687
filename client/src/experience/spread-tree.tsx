import type { SpreadNode } from '@emulation/shared';
import { m, useReducedMotion } from 'framer-motion';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { draw, grow } from '../motion/timing.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { useWidth } from '../unit/use-width.ts';
import { nameOf } from './experience-parts.ts';
import { SpreadFigures } from './spread-figures.tsx';
import { itemHeight, layOutSpread, spreadItems, type PlacedItem } from './spread-geometry.ts';
import styles from './spread.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  tree: SpreadNode;
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

function Item({ item, board, vocabulary, from }: Omit<Props, 'tree'> & ItemProps) {
  const { t } = useTranslation('experience');
  const isStill = useReducedMotion();
  const unit = nameOf(vocabulary, item.unit);
  const says =
    item.kind === 'adopter' ? t(`state.${item.state ?? 'adopted'}`) : t(wrote[item.kind]);
  return (
    <m.li
      className={styles.item}
      data-kind={item.kind}
      data-state={item.state}
      style={{
        left: `${item.x}rem`,
        top: `${item.y}rem`,
        width: `${item.width}rem`,
        height: `${itemHeight}rem`,
      }}
      initial={isStill ? false : { opacity: 0, scale: 0.96 }}
      animate={{ opacity: 1, scale: 1 }}
      transition={grow(item.depth)}
    >
      <p className={styles.says}>
        {says}
        {from !== undefined && (
          <span className="visually-hidden"> {t('spread.from', { unit: from })}</span>
        )}
      </p>
      <p className={styles.name} title={unit}>
        <Link href={`/b/${board}/u/${item.unit}?metric=${item.metric}`}>{unit}</Link>
      </p>
      {item.kind === 'further' && (
        <p className={styles.wrote} title={item.title}>
          <Link href={`/b/${board}/experience/${item.experience}`}>{item.title}</Link>
        </p>
      )}
      {item.kind === 'origin' && (
        <p className={styles.wrote} title={item.title}>
          {item.title}
        </p>
      )}
      <SpreadFigures {...{ item, board, vocabulary }} />
    </m.li>
  );
}

interface ItemProps {
  item: PlacedItem;
  /** Whom it learned from. */
  from: string | undefined;
}

const wrote = { origin: 'spread.origin', further: 'spread.wrote', adopter: '' } as const;

/**
 * Who learned from whom: lines grow from the origin to the last generation. The items are a list in
 * the order of the tree, each saying whom it learned from; the lines only draw it.
 */
export function SpreadTree({ board, vocabulary, tree }: Props) {
  const { t } = useTranslation('experience');
  const [ref, width] = useWidth();
  const isStill = useReducedMotion();
  const items = useMemo(() => spreadItems(tree), [tree]);
  const layout = useMemo(() => layOutSpread(items, width / rootFontSize()), [items, width]);
  const units = new Map(items.map(({ key, unit }) => [key, nameOf(vocabulary, unit)]));
  return (
    <div ref={ref} className={styles.tree}>
      <div className={styles.canvas} style={{ height: `${layout.height}rem` }}>
        <svg
          className={styles.lines}
          aria-hidden="true"
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          style={{ width: `${layout.width}rem`, height: `${layout.height}rem` }}
        >
          {layout.links.map(({ key, path, depth }) => (
            <m.path
              key={`${key} ${path}`}
              d={path}
              initial={isStill ? false : { pathLength: 0 }}
              animate={{ pathLength: 1 }}
              transition={draw(depth)}
            />
          ))}
        </svg>
        <ol aria-label={t('spread.label')}>
          {layout.items.map((item) => (
            <Item
              key={item.key}
              {...{ board, vocabulary, item }}
              from={units.get(item.parent ?? '')}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}
