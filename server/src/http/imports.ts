import {
  importRecordsSchema,
  previewUndo,
  standingOf,
  undoAnswerSchema,
  undoBodySchema,
  type BoardState,
  type ImportRecord,
  type ImportRecordAnswer,
} from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../errors/refusal.ts';
import { guard, hostOf } from './access.ts';
import { answers, type Api } from './api.ts';
import { actorNames } from './audit/actor-names.ts';
import { commitFact } from './commit.ts';
import type { HttpDeps } from './deps.ts';
import { boardParams } from './params.ts';
import { tableRoute } from './tables/table-route.ts';
import { column, fileName, type Column } from './tables/table.ts';

const tags = ['import'];
const pageQuery = z.strictObject({
  before: z.string().max(100).optional().describe('The `next` of the page before.'),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, { error: 'must be a whole number from 1 to 200' })
    .transform(Number)
    .pipe(z.number().max(200, { error: 'must be a whole number from 1 to 200' }))
    .default(50),
});
const importParams = boardParams.extend({ id: z.string().describe('Of the import.') });
const previewQuery = z.strictObject({
  preview: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('Says what it would do and changes nothing.'),
});

const named = (actorName: string | undefined) => (actorName === undefined ? {} : { actorName });

/** Imports as they stand now, with the names of those who made and undid them. */
async function answersOf(
  deps: HttpDeps,
  state: BoardState,
  records: readonly ImportRecord[],
): Promise<ImportRecordAnswer[]> {
  const actors = records.flatMap(({ actor, undone }) => [actor, ...(undone ? [undone.actor] : [])]);
  const nameOf = await actorNames(deps, actors);
  return records.map(({ undone, ...record }) => {
    const standing = undone
      ? 0
      : standingOf(state, record).reduce((sum, { indexes }) => sum + indexes.length, 0);
    return {
      ...record,
      ...named(nameOf(record.actor)),
      ...(undone ? { undone: { ...undone, ...named(nameOf(undone.actor)) } } : {}),
      standing,
    };
  });
}

function listRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/imports', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Imports, the newest first',
      description: 'What each added, what of it still stands, and whether it was undone.',
      params: boardParams,
      querystring: pageQuery,
      response: answers({ 200: importRecordsSchema }),
    },
    handler: async (request) => {
      const { state } = hostOf(request);
      const { before, limit } = request.query;
      const all = [...state.books.imports.values()].reverse();
      const from = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
      const page = all.slice(from, from + limit);
      const last = page.at(-1);
      return {
        seq: state.seq,
        imports: await answersOf(deps, state, page),
        ...(last && from + limit < all.length ? { next: last.id } : {}),
      };
    },
  });
}

const importColumns: Column<ImportRecordAnswer>[] = [
  column('at', 'time', (row) => row.at),
  column('file', 'text', (row) => row.name),
  column('actor', 'text', (row) => row.actor),
  column('name', 'text', (row) => row.actorName),
  column('lines', 'whole', (row) => row.lines),
  column('results', 'whole', (row) => row.results),
  column('duplicates', 'whole', (row) => row.duplicates),
  column('standing', 'whole', (row) => row.standing),
  column('undone_at', 'time', (row) => row.undone?.at),
  column('undone_by', 'text', (row) => row.undone?.actorName ?? row.undone?.actor),
  column('undone_reason', 'text', (row) => row.undone?.reason),
  column('id', 'text', (row) => row.id),
];

function importTable(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/imports',
    tag: 'import',
    action: 'manage',
    summary: 'Imports, the newest first',
    params: boardParams,
    query: z.strictObject({}),
    table: ({ request }) => {
      const { state } = hostOf(request);
      const pages = (async function* () {
        yield await answersOf(deps, state, [...state.books.imports.values()].reverse());
      })();
      const name = fileName(state.board, 'imports');
      return { name, zone: state.zone, columns: importColumns, pages };
    },
  });
}

function undoRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/imports/:id/undoing', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Annul every result of an import that still stands',
      description:
        'One act, recorded as such; everything is recomputed as if they had never stood. What the ' +
        'import created of sectors, units and metrics stays and can be retired. The same file can ' +
        'be imported again afterwards.',
      params: importParams,
      querystring: previewQuery,
      body: undoBodySchema,
      response: answers({ 200: undoAnswerSchema }),
    },
    handler: async (request) => {
      const { state } = hostOf(request);
      const record = state.books.imports.get(request.params.id);
      if (!record) throw new Refusal('unknown-import');
      if (record.undone) throw new Refusal('undone');
      const preview = previewUndo(state, record);
      if (request.query.preview) return { seq: state.seq, ...preview };
      const { reason } = request.body;
      const fact = { type: 'import.undone' as const, import: record.id, reason };
      const { entry } = await commitFact(request, { fact, now: deps.clock.now() });
      return { seq: entry.seq, ...preview };
    },
  });
}

/** The list of imports, and the undoing of one. */
export function importsRoutes(api: Api, deps: HttpDeps): void {
  listRoute(api, deps);
  importTable(api, deps);
  undoRoute(api, deps);
}
