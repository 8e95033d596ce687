import type { RankingRow } from '@emulation/shared';
import { useMemo, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { NoMatch, NoResults, RankingFailed } from './empty.tsx';
import type { RankingParts } from './page-parts.ts';
import styles from './ranking.module.css';
import { RankingRowItem } from './ranking-row.tsx';
import { SectorFilter } from './sector-filter.tsx';
import { usePlaceChanges } from './use-place-changes.ts';

/** Rows shown before the visitor asks for all. */
const firstRows = 40;

function matching({ ranking, vocabulary, query }: RankingParts): RankingRow[] {
  const words = query.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return ranking.rows.filter((row) => {
    const unit = vocabulary.units.get(row.unit ?? '');
    if (query.sector !== '' && unit?.sector !== query.sector) return false;
    const name = (unit?.name ?? row.unit ?? '').toLocaleLowerCase();
    return words.every((word) => name.includes(word));
  });
}

function Body(props: RankingParts) {
  const { t } = useTranslation('watch');
  const { ranking, query, board } = props;
  const { metric, period, from, to } = query;
  const [all, setAll] = useState(false);
  const changes = usePlaceChanges([board, metric, period, from, to].join(' '), ranking.rows);
  const rows = useMemo(() => matching(props), [props]);
  const leader = ranking.rows[0];
  if (ranking.status === 'failed') return <RankingFailed />;
  if (ranking.status !== 'ready') return <Loading />;
  if (!leader) return <NoResults {...props} />;
  if (rows.length === 0) return <NoMatch {...props} />;
  const shown = all ? rows : rows.slice(0, firstRows);
  // Two columns on the widest screens are read down, then across.
  const half = Math.ceil(shown.length / 2);
  return (
    <>
      <ol className={styles.list} style={{ '--half': half } as CSSProperties}>
        {shown.map((row) => (
          <RankingRowItem
            key={row.unit}
            row={row}
            leader={leader.score}
            change={changes.get(row.unit ?? '')}
            board={board}
            vocabulary={props.vocabulary}
            metric={props.metric}
          />
        ))}
      </ol>
      {shown.length < rows.length && (
        <button type="button" className={button.button} onClick={() => setAll(true)}>
          {t('ranking.showAll', { count: rows.length - shown.length })}
        </button>
      )}
    </>
  );
}

export function RankingPanel(props: RankingParts) {
  const { t } = useTranslation('watch');
  const { metric, ranking } = props;
  return (
    <section className={styles.panel} aria-labelledby="ranking-title">
      <header className={styles.head}>
        <h2 id="ranking-title">{t('ranking.label')}</h2>
        <p className={styles.meaning}>
          <span>{t(`ranking.${metric.direction}`)}</span>
          {ranking.rows.length > 0 && (
            <span>{t('ranking.count', { count: ranking.rows.length })}</span>
          )}
        </p>
        <SectorFilter {...props} />
      </header>
      <Body {...props} />
    </section>
  );
}
