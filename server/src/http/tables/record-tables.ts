import {
  progression,
  standingRecords,
  type BoardState,
  type ProgressionMark,
  type RecordRow,
} from '@emulation/shared';
import { stateOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { requireKnown } from '../known.ts';
import { boardParams } from '../params.ts';
import { progressionQuery, requireScopeOf, standingQuery } from '../records.ts';
import { namesOf, tableRoute } from './table-route.ts';
import { column, fileName, pagesOf, type Column } from './table.ts';

function recordColumns(state: BoardState): Column<RecordRow>[] {
  const names = namesOf(state);
  return [
    column('metric', 'text', (row) => row.metric),
    column('metric_name', 'text', (row) => names.metric(row.metric)),
    column('scope', 'text', (row) => row.scope),
    column('sector', 'text', (row) => row.sector),
    column('unit', 'text', (row) => row.unit),
    column('value', 'decimal', (row) => row.value),
    column('unit_of_measure', 'text', (row) => measureOf(state, row.metric)),
    column('achieved_at', 'time', (row) => row.achievedAt),
    column('holders', 'text', (row) => row.holders.join(';')),
    column('holder_names', 'text', (row) => names.units(row.holders)),
    column('state', 'text', (row) => row.state),
    column('breakthrough', 'text', (row) => (row.breakthrough ? 'yes' : 'no')),
    column('equalled', 'whole', (row) => row.equalled),
    column('result', 'text', (row) => row.result),
  ];
}

export function measureOf(state: BoardState, metric: string): string | undefined {
  return state.metrics.get(metric)?.metric.unitOfMeasure;
}

function markColumns(state: BoardState): Column<ProgressionMark>[] {
  const names = namesOf(state);
  return [
    column('achieved_at', 'time', (row) => row.achievedAt),
    column('value', 'decimal', (row) => row.value),
    column('kind', 'text', (row) => row.kind),
    column('holders', 'text', (row) => row.holders.join(';')),
    column('holder_names', 'text', (row) => names.units(row.holders)),
    column('sector', 'text', (row) => row.sector),
    column('state', 'text', (row) => row.state),
    column('result', 'text', (row) => row.result),
  ];
}

export function recordTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/records',
    tag: 'records',
    summary: 'Standing records',
    params: boardParams,
    query: standingQuery,
    table: ({ request, query: { at: until, ...query } }) => {
      const state = stateOf(request);
      requireKnown(state, query);
      return {
        name: fileName(state.board, 'records', query.metric),
        zone: state.zone,
        columns: recordColumns(state),
        pages: pagesOf(standingRecords(state, { ...query, until })),
      };
    },
  });

  tableRoute(api, deps, {
    path: '/records/progression',
    tag: 'records',
    summary: 'The line of records of a metric, oldest first',
    params: boardParams,
    query: progressionQuery,
    table: ({ request, query }) => {
      const state = stateOf(request);
      requireScopeOf(query);
      requireKnown(state, query);
      return {
        name: fileName(state.board, 'progression', query.metric, query.scope),
        zone: state.zone,
        columns: markColumns(state),
        pages: pagesOf(progression(state, query)),
      };
    },
  });
}
