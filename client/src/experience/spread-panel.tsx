import type { AdoptionRow, AdoptionState, SpreadNode } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spread } from '../api/experiences.ts';
import { Loading } from '../ui/loading.tsx';
import { formatList, formatNumber } from '../ui/format.ts';
import type { ExperienceParts } from './experience-parts.ts';
import { SpreadTree } from './spread-tree.tsx';
import styles from './spread.module.css';

const waiting: readonly AdoptionState[] = ['trial', 'studying', 'offered', 'not-applicable'];

/** The whole tree, asked for again whenever something on this experience's topic changed. */
function useSpread(board: string, experience: string, seq: number) {
  const [tree, setTree] = useState<SpreadNode>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    spread(board, experience, abort.signal).then(
      (answer) => {
        setTree(answer.tree);
        setFailed(false);
      },
      () => {
        if (!abort.signal.aborted) setFailed(true);
      },
    );
    return () => abort.abort();
  }, [board, experience, seq]);
  return { tree, failed };
}

type Props = ExperienceParts & { adoptions: readonly AdoptionRow[]; seq: number };

export function SpreadPanel({ board, vocabulary, experience, adoptions, seq }: Props) {
  const { t } = useTranslation('experience');
  const { tree, failed } = useSpread(board, experience.id, seq);
  const rest = waiting
    .map((state) => ({ state, count: adoptions.filter((each) => each.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) =>
      t(`spread.restOf.${state}`, { number: formatNumber(String(count), { decimals: 0 }) }),
    );
  const list = formatList(rest);
  const isGrown = tree && (tree.descendants.length > 0 || adoptions.some(hasAdopted));
  return (
    <section className={styles.section} aria-labelledby="spread">
      <header>
        <h2 id="spread">{t('spread.label')}</h2>
        <p>{t(isGrown || !tree ? 'spread.lead' : 'spread.none')}</p>
      </header>
      {failed && !tree && <p role="alert">{t('spread.failed')}</p>}
      {!tree && !failed && <Loading />}
      {tree && <SpreadTree board={board} vocabulary={vocabulary} tree={tree} />}
      {tree && rest.length > 0 && <p className={styles.rest}>{t('spread.rest', { list })}</p>}
    </section>
  );
}

function hasAdopted({ state }: AdoptionRow): boolean {
  return state === 'adopted' || state === 'sustained';
}
