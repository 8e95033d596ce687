import { boardPulse, pulseAnswerSchema, unitPulse, unitPulseAnswerSchema } from '@emulation/shared';
import { guard, stateOf } from './access.ts';
import { answers, type Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { requireKnown } from './known.ts';
import { boardParams, ownIdParams } from './params.ts';

const tags = ['pulse'];

export function pulseRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/pulse', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'How the board is today: plans, balance, streaks, standards, standstill',
      params: boardParams,
      response: answers({ 200: pulseAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      return { seq: state.seq, rows: boardPulse(state, deps.clock.now()) };
    },
  });

  api.get('/boards/:board/units/:id/pulse', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'What a unit is asked to reach in each metric, and where it stands',
      params: ownIdParams,
      response: answers({ 200: unitPulseAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const { id: unit } = request.params;
      requireKnown(state, { unit });
      return { seq: state.seq, unit, plans: unitPulse(state, unit, deps.clock.now()) };
    },
  });
}
