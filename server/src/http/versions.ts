import {
  editedKey,
  editedKindSchema,
  versionAnswerSchema,
  type BoardState,
  type EditedKind,
  type Merged,
  type Retired,
} from '@emulation/shared';
import { z } from 'zod';
import { guard, hostOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';

const versionParams = z.object({
  board: z.string(),
  kind: editedKindSchema,
  id: z.string().describe('Of the thing; `-` for the look, of which a board has one.'),
});

/** That something is retired or merged is no part of what a form writes. */
function withoutLife(part: (Retired & Merged) | undefined): object | undefined {
  if (!part) return undefined;
  const { retired: _, mergedInto: __, formerly: ___, ...body } = part;
  return body;
}

/** As its `PUT` takes it. */
function itemOf(state: BoardState, kind: EditedKind, id: string): object | undefined {
  const { books } = state;
  switch (kind) {
    case 'sector':
      return withoutLife(state.sectors.get(id));
    case 'unit':
      return withoutLife(state.units.get(id));
    case 'metric':
      return withoutLife(state.metrics.get(id)?.metric);
    case 'standard': {
      const level = state.books.standards.get(id)?.levels.at(-1);
      return level && { value: level.value };
    }
    case 'title':
      return books.honours.titles.get(id);
    case 'playlist':
      return books.displays.playlists.get(id);
    case 'look':
      return books.look;
  }
}

export function versionRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/versions/:kind/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags: ['vocabulary'],
      summary: 'What stands now, and its version',
      description:
        'A `PUT` with `If-Match: "<version>"` changes it only where it still is that version, with ' +
        '`If-None-Match: *` only where there is none; otherwise 412 (`changed-meanwhile`).',
      params: versionParams,
      response: answers({ 200: versionAnswerSchema }),
    },
    handler: async (request) => {
      const { kind } = request.params;
      const { state } = hostOf(request);
      const id = kind === 'look' ? '' : request.params.id;
      const found = itemOf(state, kind, id);
      const { id: _, ...item } = { id: '', ...found };
      const version = state.books.versions.get(editedKey(kind, id)) ?? 0;
      return { version, ...(found ? { item } : {}) };
    },
  });
}
