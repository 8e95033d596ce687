import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import type { Ranking } from './ranking-source.ts';
import type { ChangeQuery, WatchQuery } from './watch-query.ts';

/** What every part of the spectator's page is given. */
export interface PageParts {
  board: string;
  vocabulary: Vocabulary;
  query: WatchQuery;
  change: ChangeQuery;
}

export interface RankingParts extends PageParts {
  metric: MetricInfo;
  ranking: Ranking;
}
