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
import { commitFact } from './commit.ts';
import type { HttpDeps } from './deps.ts';
import { boardParams } from './params.ts';

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

function answerOf(state: BoardState, record: ImportRecord): ImportRecordAnswer {
  const standing = record.undone
    ? 0
    : standingOf(state, record).reduce((sum, { indexes }) => sum + indexes.length, 0);
  return { ...record, standing };
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
        imports: page.map((record) => answerOf(state, record)),
        ...(last && from + limit < all.length ? { next: last.id } : {}),
      };
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
  undoRoute(api, deps);
}
