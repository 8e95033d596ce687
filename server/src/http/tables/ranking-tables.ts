import type { BoardState, DriveRow, ProgressRow, RankingRow } from '@emulation/shared';
import { driveStandings } from '@emulation/shared';
import { stateOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { driveOf } from '../drives/drive-answer.ts';
import { driveRankingQuery, driveRowsOf } from '../drives/drive-rankings.ts';
import { driveParams } from '../drives/drives.ts';
import { requireKnown } from '../known.ts';
import { boardParams } from '../params.ts';
import { rankingOf, rankingQuery } from '../rankings.ts';
import { namesOf, tableRoute } from './table-route.ts';
import { column, fileName, pagesOf, type Column } from './table.ts';

function rankingColumns(state: BoardState, by: 'unit' | 'sector'): Column<RankingRow>[] {
  const names = namesOf(state);
  const sectorOf = (row: RankingRow) => state.units.get(row.unit ?? '')?.sector;
  const who: Column<RankingRow>[] =
    by === 'sector'
      ? [
          column('sector', 'text', (row) => row.sector),
          column('sector_name', 'text', (row) => names.sector(row.sector)),
        ]
      : [
          column('unit', 'text', (row) => row.unit),
          column('unit_name', 'text', (row) => names.unit(row.unit)),
          column('sector', 'text', sectorOf),
          column('sector_name', 'text', (row) => names.sector(sectorOf(row))),
        ];
  return [
    column('place', 'whole', (row) => row.place),
    ...who,
    column('score', 'decimal', (row) => row.score),
    column('results', 'whole', (row) => row.results),
    column('reached_at', 'time', (row) => row.reachedAt),
  ];
}

type Standing = DriveRow | ProgressRow;

/** A drive's standings: the score, and of each task and bonus what it brought. */
function driveColumns(state: BoardState, rows: readonly Standing[]): Column<Standing>[] {
  const names = namesOf(state);
  const tasks = new Set<string>();
  const bonuses = new Set<string>();
  for (const { terms } of rows)
    for (const term of terms)
      if ('task' in term) tasks.add(term.task);
      else bonuses.add(term.bonus);
  const taskTerm = ({ terms }: Standing, task: string) =>
    terms.find((term) => 'task' in term && term.task === task);
  return [
    column('place', 'whole', (row) => row.place),
    column('unit', 'text', (row) => row.unit),
    column('unit_name', 'text', (row) => names.unit(row.unit)),
    column('score', 'decimal', (row) => row.score),
    ...[...tasks].flatMap((task) => [
      column(`${task}_value`, 'decimal', (row: Standing) => {
        const term = taskTerm(row, task);
        return term && 'value' in term ? term.value : null;
      }),
      column(`${task}_points`, 'decimal', (row: Standing) => taskTerm(row, task)?.points),
    ]),
    ...[...bonuses].map((bonus) =>
      column(
        `bonus_${bonus.replaceAll('-', '_')}_count`,
        'whole',
        ({ terms }: Standing) =>
          terms.filter((term) => 'bonus' in term && term.bonus === bonus).length,
      ),
    ),
    column('reached_at', 'time', (row) => ('reachedAt' in row ? row.reachedAt : null)),
  ];
}

export function rankingTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/rankings',
    tag: 'rankings',
    summary: 'Units or sectors in order',
    params: boardParams,
    query: rankingQuery,
    table: ({ request, query }) => {
      const state = stateOf(request);
      return {
        name: fileName(state.board, 'rankings', query.metric),
        zone: state.zone,
        columns: rankingColumns(state, query.by),
        pages: pagesOf(rankingOf(state, query).rows),
      };
    },
  });

  tableRoute(api, deps, {
    path: '/drives/:id/ranking',
    tag: 'drives',
    summary: 'The standings of a drive with the points of each task',
    params: driveParams,
    query: driveRankingQuery,
    table: ({ request, params, query }) => {
      const state = stateOf(request);
      const drive = driveOf(request, params.id);
      requireKnown(state, { unit: query.unit });
      const rows: Standing[] = driveRowsOf(driveStandings(state, drive, deps.clock.now()), query);
      return {
        name: fileName(state.board, drive.id, query.by),
        zone: state.zone,
        columns: driveColumns(state, rows),
        pages: pagesOf(rows),
      };
    },
  });
}
