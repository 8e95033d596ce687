import type { CountedMapping, RefusedMessage } from '@emulation/shared';
import { z } from 'zod';
import { hostOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { countedMappings, refusedMessages } from '../mqtt/mappings.ts';
import { boardParams, ownIdParams } from '../params.ts';
import { tableRoute } from './table-route.ts';
import { column, fileName, type Column } from './table.ts';

const common = { tag: 'mqtt', action: 'manage' as const, query: z.strictObject({}) };

const mappingColumns: Column<CountedMapping>[] = [
  column('id', 'text', (row) => row.id),
  column('name', 'text', (row) => row.name),
  column('filter', 'text', (row) => row.filter),
  column('is_on', 'text', ({ isOn }) => (isOn ? 'yes' : 'no')),
  column('posted', 'whole', ({ counts }) => counts.posted),
  column('repeated', 'whole', ({ counts }) => counts.repeated),
  column('refused', 'whole', ({ counts }) => counts.refused),
  column('last_at', 'time', ({ counts }) => counts.lastAt),
];

const refusedColumns: Column<RefusedMessage>[] = [
  column('at', 'time', (row) => row.at),
  column('topic', 'text', (row) => row.topic),
  column('why', 'text', (row) => row.why),
  column('payload', 'text', (row) => row.payload),
];

/** How messages of a broker become results, and those that became none. */
export function mappingTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    ...common,
    path: '/mappings',
    summary: 'How messages of the broker become results, with what came of them',
    params: boardParams,
    table: ({ request }) => {
      const { state } = hostOf(request);
      const pages = (async function* () {
        yield await countedMappings(deps, state);
      })();
      const name = fileName(state.board, 'mappings');
      return { name, zone: state.zone, columns: mappingColumns, pages };
    },
  });

  tableRoute(api, deps, {
    ...common,
    path: '/mappings/:id/refused',
    summary: 'Messages that became no result, and why',
    params: ownIdParams,
    table: async ({ request, params }) => {
      const { state } = hostOf(request);
      const pages = [await refusedMessages(deps, state, params.id)];
      const name = fileName(state.board, 'refused', params.id);
      return { name, zone: state.zone, columns: refusedColumns, pages };
    },
  });
}
