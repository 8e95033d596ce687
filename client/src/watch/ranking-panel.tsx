import type { RankingRow } from '@emulation/shared';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../ui/loading.tsx';
import { useNow } from '../ui/now.ts';
import type { RankingParts } from './page-parts.ts';
import { questionOf } from './ranking-question.ts';
import styles from './ranking-panel.module.css';
import { RankingTools } from './ranking-tools.tsx';
import { ShortRanking } from './short-ranking.tsx';
import { useStandingOf } from './standing-of.ts';
import { usePlaceChanges } from './use-place-changes.ts';

const NoMatch = lazy(async () => ({ default: (await import('./empty.tsx')).NoMatch }));
const NoResults = lazy(async () => ({ default: (await import('./empty.tsx')).NoResults }));
const RankingFailed = lazy(async () => ({
  default: (await import('./empty.tsx')).RankingFailed,
}));
const LongRanking = lazy(async () => ({
  default: (await import('./long-ranking.tsx')).LongRanking,
}));
const FoundBar = lazy(async () => ({
  default: (await import('./found-bar.tsx')).FoundBar,
}));

function ofSector({ ranking, vocabulary, query }: RankingParts): readonly RankingRow[] {
  const { sector, by } = query;
  if (sector === '' || by === 'sector') return ranking.rows;
  return ranking.rows.filter((row) => vocabulary.units.get(row.unit ?? '')?.sector === sector);
}

function Body(props: RankingParts) {
  const { ranking, query, board, vocabulary } = props;
  const { metric, period, from, to, by, sector } = query;
  const changes = usePlaceChanges([board, metric, period, from, to, by].join(' '), ranking.rows);
  const now = useNow(60_000);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const question = questionOf(query, timeZone, now);
  const found = useStandingOf(board, question, by === 'unit' ? query.unit : '', ranking.seq);
  const rows = useMemo(() => ofSector(props), [props]);
  const leader = ranking.rows[0];
  if (ranking.status === 'failed') return <RankingFailed />;
  if (ranking.status !== 'ready') return <Loading />;
  if (!leader) return <NoResults {...props} />;
  const isLong = ranking.total > ranking.rows.length;
  if (rows.length === 0 && !isLong) return <NoMatch {...props} />;
  const parts = { ...props, leader: leader.score, changes };
  return (
    <>
      {query.unit !== '' && by === 'unit' && (
        <Suspense>
          <FoundBar {...props} found={found} />
        </Suspense>
      )}
      {isLong ? (
        <Suspense fallback={<Loading />}>
          <LongRanking
            key={[board, metric, period, from, to, sector].join(' ')}
            {...parts}
            question={question}
            total={sector === '' ? ranking.total : rows.length}
            found={found === 'none' ? undefined : found}
          />
        </Suspense>
      ) : (
        <ShortRanking {...parts} rows={rows} />
      )}
    </>
  );
}

export function RankingPanel(props: RankingParts) {
  const { t } = useTranslation('watch');
  const { metric, ranking, query } = props;
  return (
    <section className={styles.panel} aria-labelledby="ranking-title">
      <header className={styles.head}>
        <h2 id="ranking-title">{t('ranking.label')}</h2>
        <p className={styles.meaning}>
          <span>{t(`ranking.${metric.direction}`)}</span>
          {ranking.total > 0 && (
            <span>
              {t(query.by === 'sector' ? 'ranking.sectors' : 'ranking.count', {
                count: ranking.total,
              })}
            </span>
          )}
        </p>
        <RankingTools {...props} />
      </header>
      <Suspense fallback={<Loading />}>
        <Body {...props} />
      </Suspense>
    </section>
  );
}
