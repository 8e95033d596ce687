import { listResults, type BoardState, type ResultMark, type ResultRow } from '@emulation/shared';
import { stateOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { requireKnown } from '../known.ts';
import { boardParams } from '../params.ts';
import { refuseReversed } from '../query.ts';
import { resultsQuery } from '../results.ts';
import { measureOf } from './record-tables.ts';
import { namesOf, tableRoute } from './table-route.ts';
import { column, fileName, type Column } from './table.ts';

const resultsPerPage = 500;

function resultColumns(state: BoardState): Column<ResultRow>[] {
  const names = namesOf(state);
  return [
    column('sector', 'text', (row) => names.sector(row.sector)),
    column('unit', 'text', (row) => names.unit(row.unit)),
    column('metric', 'text', (row) => names.metric(row.metric)),
    column('unit_of_measure', 'text', (row) => measureOf(state, row.metric)),
    column('direction', 'text', (row) => state.metrics.get(row.metric)?.metric.direction),
    column('achieved_at', 'time', (row) => row.achievedAt),
    column('value', 'decimal', (row) => row.value),
    column('partners', 'text', (row) => names.units(row.partners.map(({ unit }) => unit))),
    column('note', 'text', (row) => row.note),
    column('state', 'text', (row) => row.state),
    column('reason', 'text', (row) => row.reason),
    column('received_at', 'time', (row) => row.receivedAt),
    column('unit_id', 'text', (row) => row.unit),
    column('metric_id', 'text', (row) => row.metric),
    column('sector_id', 'text', (row) => row.sector),
    column('id', 'text', (row) => row.id),
  ];
}

type Query = Omit<Parameters<typeof listResults>[1], 'limit' | 'after'>;

/**
 * Page after page, as they are read. Another epoch in the middle (a freeze lifted, a restore) ends
 * the file with an error rather than joining two boards.
 */
function* resultPages(look: () => BoardState, query: Query): Generator<ResultRow[]> {
  const { epoch } = look();
  let after: ResultMark | undefined;
  do {
    const state = look();
    if (state.epoch !== epoch) throw new Error('the board began another epoch during an export');
    const page = listResults(state, { ...query, after, limit: resultsPerPage });
    yield page.results;
    after = page.next;
  } while (after !== undefined);
}

/** `limit` and `cursor` are for pages: a file holds everything. */
const fileQuery = resultsQuery.omit({ limit: true, cursor: true });

export function resultTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/results',
    tag: 'results',
    summary: 'All results, newest first',
    params: boardParams,
    query: fileQuery,
    table: ({ request, query }) => {
      const state = stateOf(request);
      refuseReversed(query);
      requireKnown(state, query);
      requireKnown(state, { unit: query.partner, sector: query.partnerSector });
      return {
        name: fileName(state.board, 'results', query.metric, query.unit),
        zone: state.zone,
        columns: resultColumns(state),
        pages: resultPages(() => stateOf(request), query),
      };
    },
  });
}
