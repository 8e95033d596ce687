import { Readable } from 'node:stream';
import type { BoardState } from '@emulation/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Action } from '../../identity/authorize.ts';
import { guard } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { csvFile } from './csv-file.ts';
import type { Table } from './table.ts';
import { xlsxFile } from './xlsx-file.ts';

export interface TableRoute<Params extends z.ZodType, Query extends z.ZodType, Row> {
  /** Of the list below `/boards/:board`; the file has the same address with its ending. */
  path: string;
  tag: string;
  summary: string;
  /** What its reader must be allowed to do; without it, to see the board. */
  action?: Action;
  params: Params;
  query: Query;
  table(asked: {
    request: FastifyRequest;
    params: z.output<Params>;
    query: z.output<Query>;
  }): Table<Row> | Promise<Table<Row>>;
}

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const descriptions = {
  csv:
    'UTF-8, a header of ids, exact decimals, times with the offset of the zone of the board. A ' +
    'text that a spreadsheet would run as a formula has an apostrophe in front.',
  xlsx:
    'One sheet: numbers are numbers, times are what the clock of the zone of the board shows, ' +
    'numbers of more than 15 digits are texts. At most 50,000 rows.',
} as const;

async function send<Row>(
  reply: FastifyReply,
  { workbooks }: HttpDeps,
  { table, ending }: { table: Table<Row>; ending: keyof typeof types },
): Promise<FastifyReply> {
  const body = ending === 'csv' ? Readable.from(csvFile(table)) : await xlsxFile(workbooks, table);
  return reply
    .header('content-disposition', `attachment; filename="${table.name}.${ending}"`)
    .type(types[ending])
    .send(body);
}

/** The address of a list with `.csv` or `.xlsx` behind it: the same view as a file. */
export function tableRoute<Params extends z.ZodType, Query extends z.ZodType, Row>(
  api: Api,
  deps: HttpDeps,
  route: TableRoute<Params, Query, Row>,
): void {
  for (const ending of ['csv', 'xlsx'] as const)
    api.get(`/boards/:board${route.path}.${ending}`, {
      preParsing: guard(deps, route.action ?? 'see'),
      schema: {
        tags: ['exports', route.tag],
        summary: `${route.summary}, as ${ending.toUpperCase()}`,
        description: descriptions[ending],
        produces: [types[ending]],
        params: route.params,
        querystring: route.query,
      },
      handler: async (request, reply) => {
        // The compiler above has read both by these very schemas.
        const params = request.params as z.output<Params>;
        const query = request.query as z.output<Query>;
        const table = await route.table({ request, params, query });
        return send(reply, deps, { table, ending });
      },
    });
}

/** Names of units, sectors and metrics beside their ids. */
export function namesOf(state: BoardState) {
  return {
    unit: (id: string | undefined) => state.units.get(id ?? '')?.name ?? id,
    sector: (id: string | undefined) => state.sectors.get(id ?? '')?.name ?? id,
    metric: (id: string | undefined) => state.metrics.get(id ?? '')?.metric.name ?? id,
    units: (ids: readonly string[]) => ids.map((id) => state.units.get(id)?.name ?? id).join('; '),
  };
}
