import { cheersAnswerSchema } from '@emulation/shared';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { boardParams } from './params.ts';

/** How often was cheered; a cheer itself comes over a socket. */
export function cheersRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/cheers', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags: ['cheers'],
      summary: 'How often units and results were cheered',
      description: 'Sums only: nobody knows whose they are. The newest 500 results.',
      params: boardParams,
      response: answers({ 200: cheersAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      return { seq: state.seq, rows: deps.cheers.rows(state).map(([, row]) => row) };
    },
  });
}
