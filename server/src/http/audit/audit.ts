import { auditAnswerSchema, chainAnswerSchema, type AuditRow } from '@emulation/shared';
import { z } from 'zod';
import { verifySlice } from '../../ledger/verify-chain.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';
import { tableRoute } from '../tables/table-route.ts';
import { column, fileName, type Column } from '../tables/table.ts';
import { actsInOrder } from './acts.ts';
import { auditFilterQuery, auditQuery, erasedPerson, filterIn } from './audit-query.ts';

const tags = ['audit'];
/** Entries that one question looks through: whoever wants more goes on from `next`. */
const mostSearched = 20_000;
const verifiedAtOnce = 5000;

const sinceQuery = z.strictObject({
  since: z
    .string()
    .regex(/^\d{1,15}$/, { error: 'must be a position: a whole number' })
    .transform(Number)
    .default(0)
    .describe('The position that is verified already.'),
});

function listRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/audit', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Every act: what, by whom, when and from where, newest or oldest first',
      description:
        'The entries of the ledger with their place in the hash chain. Names and origins are kept ' +
        'beside the ledger and may be gone. One question looks through 20,000 entries at the ' +
        'most; with `next`, ask again with `before` that position, or with `after` it where the ' +
        'oldest come first. Dates are those of the zone of the board.',
      params: boardParams,
      querystring: auditQuery,
      response: answers({ 200: auditAnswerSchema }),
    },
    handler: async (request) => {
      const { board, seq, zone } = hostOf(request).state;
      const { before = seq + 1, after = 0, limit, ...asked } = request.query;
      const filter = filterIn(zone, asked);
      const isForward = filter.order === 'oldest';
      const start = isForward ? Math.min(after, seq) : Math.min(before, seq + 1);
      const rows: AuditRow[] = [];
      let reached = start;
      for await (const page of actsInOrder(deps, board, { head: seq, start, filter })) {
        rows.push(...page.rows);
        reached = page.reached;
        if (rows.length > limit || Math.abs(start - reached) >= mostSearched) break;
      }
      const shown = rows.slice(0, limit);
      const next = rows.length > limit ? (shown.at(-1)?.seq ?? reached) : reached;
      const hasMore = isForward ? next < seq : next > 1;
      return { seq, rows: shown, ...(hasMore ? { next } : {}) };
    },
  });
}

function verificationRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/audit/verification', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Verify the next part of the hash chain',
      description:
        'Computes the hashes of the 5,000 entries after `since` anew; ask again with `since` the ' +
        '`seq` of the answer until it is `head`.',
      params: boardParams,
      querystring: sinceQuery,
      response: answers({ 200: chainAnswerSchema }),
    },
    handler: async (request) => {
      const { board, seq: head } = hostOf(request).state;
      const since = Math.min(request.query.since, head);
      const to = Math.min(head, since + verifiedAtOnce);
      return { head, ...(await verifySlice(deps.ledger, board, { since, to })) };
    },
  });
}

const columns: Column<AuditRow>[] = [
  column('seq', 'whole', (row) => row.seq),
  column('received_at', 'time', (row) => row.at),
  column('actor', 'text', (row) => row.actor),
  column('name', 'text', (row) => row.name ?? (row.erased ? erasedPerson : undefined)),
  column('kind', 'text', (row) => row.kind),
  column('address', 'text', (row) => row.address),
  column('browser', 'text', (row) => row.agent),
  column('fact', 'text', (row) => JSON.stringify(row.fact)),
  column('hash', 'text', (row) => row.hash),
];

/** Who did what, when and from where: the ledger read as a list of acts. */
export function auditRoutes(api: Api, deps: HttpDeps): void {
  listRoute(api, deps);
  verificationRoute(api, deps);
  tableRoute(api, deps, {
    path: '/audit',
    tag: 'audit',
    action: 'manage',
    summary: 'Every act, newest or oldest first',
    params: boardParams,
    query: auditFilterQuery,
    table: ({ request, query }) => {
      const { board, zone, seq } = hostOf(request).state;
      const filter = filterIn(zone, query);
      const start = filter.order === 'oldest' ? 0 : seq + 1;
      const acts = actsInOrder(deps, board, { head: seq, start, filter });
      const pages = (async function* () {
        for await (const { rows } of acts) yield rows;
      })();
      return { name: fileName(board, 'audit'), zone, columns, pages };
    },
  });
}
