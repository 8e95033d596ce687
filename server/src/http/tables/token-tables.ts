import { tokensQuerySchema, type TokenAnswer } from '@emulation/shared';
import { hostOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';
import { tokenAnswers } from '../tokens/token-answer.ts';
import { tokensOf } from '../tokens/tokens.ts';
import { tableRoute } from './table-route.ts';
import { column, fileName, type Column } from './table.ts';

const columns: Column<TokenAnswer>[] = [
  column('id', 'text', (row) => row.id),
  column('name', 'text', (row) => row.name),
  column('right', 'text', (row) => row.right),
  column('units', 'text', (row) => row.units?.join(';')),
  column('metrics', 'text', (row) => row.metrics?.join(';')),
  column('made_at', 'time', (row) => row.madeAt),
  column('made_by', 'text', (row) => row.madeBy.name ?? row.madeBy.actor),
  column('expires_at', 'time', (row) => row.expiresAt),
  column('last_used_at', 'time', (row) => row.lastUsedAt),
  column('display', 'text', (row) => row.display),
];

/** Tokens of machines and displays that were admitted, without their secrets. */
export function tokenTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/tokens',
    tag: 'tokens',
    action: 'manage',
    summary: 'Tokens of machines, and displays that were admitted',
    params: boardParams,
    query: tokensQuerySchema,
    table: ({ request, query }) => {
      const { state } = hostOf(request);
      const pages = (async function* () {
        yield await tokenAnswers(deps, state.board, tokensOf(state, query));
      })();
      const name = fileName(state.board, query.of ?? 'tokens');
      return { name, zone: state.zone, columns, pages };
    },
  });
}
