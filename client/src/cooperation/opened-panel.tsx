import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CooperationPair, SectorCooperation } from '@emulation/shared';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import styles from './cooperation.module.css';
import { JointResults } from './joint-results.tsx';
import { cellQuery, isOfPair, partsOf } from './opened.ts';
import { sayPair } from './pair-words.ts';
import type { Shown } from './pairs.ts';

interface Parts {
  board: string;
  vocabulary: Vocabulary;
  shown: Shown;
  onClose: () => void;
}

function Frame({ id, title, lead, onClose, children }: FrameProps) {
  const { t } = useTranslation('cooperation');
  return (
    <section className={styles.results} aria-labelledby={id}>
      <header className={styles.resultsHead}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={button.button} onClick={onClose}>
          {t('common:close')}
        </button>
      </header>
      {lead !== undefined && <p className={styles.quiet}>{lead}</p>}
      {children}
    </section>
  );
}
interface FrameProps {
  id: string;
  title: ReactNode;
  lead?: string;
  onClose: () => void;
  children: ReactNode;
}

/** The joint results that a pair is counted from. */
export function OpenedPair({ pair, ...parts }: Parts & { pair: CooperationPair }) {
  const { t } = useTranslation('cooperation');
  const { board, vocabulary, shown, onClose } = parts;
  const name = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const [a, b] = pair.units;
  const title = (
    <>
      <Link href={`/b/${board}/u/${a}`}>{name(a)}</Link> –{' '}
      <Link href={`/b/${board}/u/${b}`}>{name(b)}</Link>
    </>
  );
  return (
    <Frame id="pair-title" title={title} lead={sayPair(t, pair, name).join(' · ')} {...{ onClose }}>
      <JointResults
        {...{ board, vocabulary }}
        query={{ unit: a, partner: b }}
        version={pair.results}
        counts={(row) => isOfPair(pair, shown, row)}
      />
    </Frame>
  );
}

/** The joint results that a cell of the matrix is counted from. */
export function OpenedCell({ cell, ...parts }: Parts & { cell: SectorCooperation }) {
  const { t } = useTranslation('cooperation');
  const { board, vocabulary, shown, onClose } = parts;
  const name = (sector: string) => vocabulary.sectors.get(sector)?.name ?? sector;
  const count = partsOf(cell, shown);
  return (
    <Frame
      id="cell-title"
      title={t('matrix.cell', { from: name(cell.from), to: name(cell.to) })}
      lead={t('matrix.parts', { count })}
      onClose={onClose}
    >
      <JointResults {...{ board, vocabulary }} query={cellQuery(cell, shown)} version={count} />
    </Frame>
  );
}

/** Every joint result of the board. */
export function OpenedAll({ count, ...parts }: Parts & { count: number }) {
  const { t } = useTranslation('cooperation');
  const { board, vocabulary, onClose } = parts;
  return (
    <Frame id="all-title" title={t('results.all')} onClose={onClose}>
      <JointResults {...{ board, vocabulary }} query={{ joint: true }} version={count} />
    </Frame>
  );
}
