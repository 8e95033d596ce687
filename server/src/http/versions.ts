import { editedKey, editedKindSchema, isSingle, versionAnswerSchema } from '@emulation/shared';
import { z } from 'zod';
import { guard, hostOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { editedItem } from './edited-item.ts';

const versionParams = z.object({
  board: z.string(),
  kind: editedKindSchema,
  id: z.string().describe('Of the thing; `-` for what a board has one of, as its look.'),
});

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
      const id = isSingle(kind) ? '' : request.params.id;
      const item = editedItem(state, kind, id);
      const version = state.books.versions.get(editedKey(kind, id)) ?? 0;
      return { version, ...(item ? { item } : {}) };
    },
  });
}
