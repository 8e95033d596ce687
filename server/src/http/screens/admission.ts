import { askingScreenSchema, screenDecisionSchema, type BoardState } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalid } from '../../errors/recognition.ts';
import { Refusal } from '../../errors/refusal.ts';
import { signatureOf } from '../../identity/actor.ts';
import { readCode, type Asking } from '../../machines/screen-desk.ts';
import { guard, hostOf, tooMany } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { commitAct } from '../desk-act.ts';
import { boardParams } from '../params.ts';
import { requestOrigin } from '../watched-host.ts';

const tags = ['screens'];
const codeParams = boardParams.extend({ code: z.string().max(20) });

/** Who types wrong codes is guessing: after five the address waits. */
async function findAsking(
  { screens, clock }: HttpDeps,
  request: FastifyRequest,
  code: string,
): Promise<Asking> {
  const now = clock.now();
  const wait = screens.guesses.waitSeconds(request.ip, now);
  if (wait > 0) throw tooMany(wait);
  const asking = await screens.desk.find(hostOf(request).state.board, readCode(code));
  if (asking) return asking;
  screens.guesses.note(request.ip, now);
  throw new Refusal('unknown-code');
}

function refusePlaylist({ books }: BoardState, playlist: string | null | undefined): void {
  if (typeof playlist !== 'string' || books.displays.playlists.has(playlist)) return;
  throw invalid([{ path: 'playlist', message: `no playlist "${playlist}" on this board` }]);
}

/** A steward looks at a display that asks, and decides. */
export function admissionRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/screens/:code', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'A display that asks to be admitted',
      description: 'By the code it shows. After five codes that are none, 429 for ten minutes.',
      params: codeParams,
      response: answers({ 200: askingScreenSchema }),
    },
    handler: async (request) => {
      const {
        hash: _,
        decided: __,
        ...asking
      } = await findAsking(deps, request, request.params.code);
      return asking;
    },
  });

  api.post('/boards/:board/screens/:code', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags,
      summary: 'Admit a display to the board, or not',
      description:
        'With the `name` it is to have, and a `playlist` where it is a wall. It then reads this board and nothing else, until it is ' +
        'revoked: `DELETE …/tokens/:id`. A code is decided on once.',
      params: codeParams,
      body: screenDecisionSchema,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { name, decision, playlist } = request.body;
      const isApproved = decision === 'approve';
      if (isApproved && name === undefined) throw invalid([{ path: 'name', message: 'is needed' }]);
      const { state } = hostOf(request);
      refusePlaylist(state, playlist);
      const asking = await findAsking(deps, request, request.params.code);
      const actor = signatureOf(request.actor, state);
      const chosen = playlist === undefined ? {} : { playlist };
      const origin = requestOrigin(request);
      const decided = { isApproved, name: name ?? '', actor, origin, ...chosen };
      const id = asking.display === undefined ? {} : { id: asking.display };
      const act = isApproved ? 'screen-approved' : 'screen-refused';
      await commitAct(request, deps, { act, ...id });
      await deps.screens.desk.decide(asking, state.board, decided);
      return reply.code(204).send();
    },
  });
}
