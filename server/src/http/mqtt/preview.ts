import {
  draftResult,
  mappingBodySchema,
  mappingPreviewAnswerSchema,
  type BoardState,
} from '@emulation/shared';
import { Refusal } from '../../errors/refusal.ts';
import type { Mapped } from '../../mqtt/mapped.ts';
import { previewMapping } from '../../mqtt/preview.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';

/** As the board would take it now. */
function becomes(state: BoardState, mapped: Mapped, now: number) {
  if (mapped.kind === 'problem') return { problem: { path: mapped.path, message: mapped.message } };
  const { unit, metric, value, achievedAt } = mapped.body;
  const drafted = draftResult(state, mapped.body, now);
  const [first] = drafted.kind === 'problems' ? drafted.problems : [];
  return {
    unit,
    metric,
    value: String(value),
    ...(achievedAt === undefined ? {} : { achievedAt }),
    ...(first ? { problem: { path: first.path, message: first.message } } : {}),
  };
}

export function mappingPreviewRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/mappings/preview', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags: ['mqtt'],
      summary: 'What arrives now, and what it would become',
      description:
        'Listens for three seconds, or until 20 messages came, beside the bridge; nothing is ' +
        'posted. The body is that of a mapping.',
      params: boardParams,
      body: mappingBodySchema,
      response: answers({ 200: mappingPreviewAnswerSchema }),
    },
    handler: async (request) => {
      if (deps.mqttUrl === undefined) throw new Refusal('no-broker');
      const preview = await previewMapping(deps.mqttUrl, request.body);
      if (preview.kind === 'busy') throw new Refusal('busy');
      if (preview.kind === 'unreached') throw new Refusal('broker-silent');
      const { state } = hostOf(request);
      const now = deps.clock.now();
      return {
        messages: preview.messages.map(({ topic, payload, isRetained, becomes: mapped }) => ({
          topic,
          payload: payload.slice(0, 2000),
          isRetained,
          becomes: mapped.map((each) => becomes(state, each, now)),
        })),
      };
    },
  });
}
