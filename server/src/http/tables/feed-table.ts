import { feedPage, type BoardState, type Happening } from '@emulation/shared';
import { stateOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { feedQuery } from '../feed.ts';
import { requireKnown } from '../known.ts';
import { boardParams } from '../params.ts';
import { namesOf, tableRoute } from './table-route.ts';
import { column, fileName, pagesOf, type Column } from './table.ts';

/** A field that some kinds of happening carry, where it is a text. */
function field(happening: Happening, name: string): string | undefined {
  const value: unknown = Object.entries(happening).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}

function feedColumns(state: BoardState): Column<Happening>[] {
  const names = namesOf(state);
  const told = (name: string) => column(name, 'text', (row: Happening) => field(row, name));
  return [
    column('at', 'time', (row) => row.at),
    column('position', 'text', ({ seq, n }) => `${seq}.${n}`),
    column('kind', 'text', (row) => row.kind),
    told('metric'),
    column('metric_name', 'text', (row) => names.metric(field(row, 'metric'))),
    told('unit'),
    column('unit_name', 'text', (row) => names.unit(field(row, 'unit'))),
    told('scope'),
    told('how'),
    column('value', 'decimal', (row) => field(row, 'value')),
    column('achieved_at', 'time', (row) => field(row, 'achievedAt')),
    told('result'),
    told('drive'),
    told('experience'),
    told('reason'),
  ];
}

/** As far back as the board remembers. */
const wholeFeed = 100_000;
const fileQuery = feedQuery.omit({ limit: true });

export function feedTable(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/feed',
    tag: 'feed',
    summary: 'Happenings, newest first, as far back as the board remembers',
    params: boardParams,
    query: fileQuery,
    table: ({ request, query: { kind: kinds, ...query } }) => {
      const state = stateOf(request);
      requireKnown(state, query);
      return {
        name: fileName(state.board, 'feed', query.metric, query.unit),
        zone: state.zone,
        columns: feedColumns(state),
        pages: pagesOf(feedPage(state, { ...query, kinds, limit: wholeFeed }).happenings),
      };
    },
  });
}
