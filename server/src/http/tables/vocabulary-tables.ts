import type { Metric, Sector, Unit } from '@emulation/shared';
import { z } from 'zod';
import { stateOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';
import { namesOf, tableRoute } from './table-route.ts';
import { column, fileName, pagesOf } from './table.ts';

const common = { tag: 'vocabulary', params: boardParams, query: z.strictObject({}) };

/** Sectors, units and metrics as files. */
export function vocabularyTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    ...common,
    path: '/sectors',
    summary: 'Sectors of a board',
    table: ({ request }) => {
      const { board, zone, sectors } = stateOf(request);
      const columns = [
        column('id', 'text', ({ id }: Sector) => id),
        column('name', 'text', ({ name }: Sector) => name),
        column('retired_at', 'time', ({ retired }: Sector) => retired),
      ];
      return {
        name: fileName(board, 'sectors'),
        zone,
        columns,
        pages: pagesOf([...sectors.values()]),
      };
    },
  });

  tableRoute(api, deps, {
    ...common,
    path: '/units',
    summary: 'Units of a board',
    table: ({ request }) => {
      const state = stateOf(request);
      const { board, zone, units } = state;
      const columns = [
        column('id', 'text', ({ id }: Unit) => id),
        column('name', 'text', ({ name }: Unit) => name),
        column('sector', 'text', ({ sector }: Unit) => sector),
        column('sector_name', 'text', ({ sector }: Unit) => namesOf(state).sector(sector)),
        column('retired_at', 'time', ({ retired }: Unit) => retired),
        column('merged_into', 'text', ({ mergedInto }: Unit) => mergedInto),
      ];
      return { name: fileName(board, 'units'), zone, columns, pages: pagesOf([...units.values()]) };
    },
  });

  metricTable(api, deps);
}

function metricTable(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    ...common,
    path: '/metrics',
    summary: 'Metrics of a board and their rules',
    table: ({ request }) => {
      const { board, zone, metrics } = stateOf(request);
      const columns = [
        column('id', 'text', ({ id }: Metric) => id),
        column('name', 'text', ({ name }: Metric) => name),
        column('unit_of_measure', 'text', (row: Metric) => row.unitOfMeasure),
        column('direction', 'text', ({ direction }: Metric) => direction),
        column('decimals', 'whole', ({ decimals }: Metric) => decimals),
        column('aggregate', 'text', ({ aggregate }: Metric) => aggregate),
        column('records_per', 'text', (row: Metric) => row.recordsPer),
        column('breakthrough_margin', 'decimal', (row: Metric) => row.breakthroughMargin),
        column('standstill_days', 'whole', (row: Metric) => row.standstillDays),
        column('retired_at', 'time', ({ retired }: Metric) => retired),
      ];
      const pages = pagesOf([...metrics.values()].map(({ metric }) => metric));
      return { name: fileName(board, 'metrics'), zone, columns, pages };
    },
  });
}
