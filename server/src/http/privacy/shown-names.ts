import { shownNamesSchema, stepActors, type BoardState, type ShownNames } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../errors/refusal.ts';
import { isOfPerson } from '../../identity/actor.ts';
import { guard, stateOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { actorNames } from '../audit/actor-names.ts';
import type { HttpDeps } from '../deps.ts';
import { requireExperience } from '../experiences/answer.ts';
import { experienceParams } from '../experiences/params.ts';
import { resultParams } from '../params.ts';

const tags = ['privacy'];
const response = answers({ 200: shownNamesSchema });
const hidden: ShownNames = { names: [] };

/** The names of those who did each step; of machines, the steward token and the erased none. */
async function namesOf(
  deps: HttpDeps,
  actors: readonly (string | undefined)[],
): Promise<ShownNames> {
  const people = actors.filter((actor) => actor !== undefined && isOfPerson(actor));
  const nameOf = await actorNames(
    deps,
    people.map((actor) => actor ?? ''),
  );
  return {
    names: actors.flatMap((actor, step) => {
      const name = actor !== undefined && isOfPerson(actor) ? nameOf(actor) : undefined;
      return name === undefined ? [] : [{ step, name }];
    }),
  };
}

/** The whole board, to find an entry of what the sender was already seen to see: see `stateOf`. */
function wholeOf({ seenHost }: FastifyRequest): BoardState {
  if (!seenHost) throw new Error('the route has no guard');
  return seenHost.state;
}

async function actorAt({ ledger }: HttpDeps, board: string, seq: number) {
  const [entry] = await ledger.readStored(board, seq - 1, 1);
  return entry?.actor;
}

function resultNamesRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/results/:id/names', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Who posted a result, and did the steps of its history',
      description: '`step` counts as the history does. Empty where the board hides names.',
      params: resultParams,
      response,
    },
    handler: async (request) => {
      const { id } = request.params;
      const state = stateOf(request);
      const seen = stepActors(state, id);
      if (!seen) throw new Refusal('unknown-result');
      if (state.books.privacy.names === 'hidden') return hidden;
      // What everybody sees stands elsewhere in the ledger while something before it is hidden.
      const seq = stepActors(wholeOf(request), id)?.seq ?? seen.seq;
      return namesOf(deps, [await actorAt(deps, state.board, seq), ...seen.actors]);
    },
  });
}

/** Who posted, verified and wrote, where a board shows that. */
export function shownNameRoutes(api: Api, deps: HttpDeps): void {
  resultNamesRoute(api, deps);

  api.get('/boards/:board/experiences/:id/names', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'Who wrote an experience',
      description: 'Empty where the board hides names, and once it is withdrawn.',
      params: experienceParams,
      response,
    },
    handler: async (request) => {
      const { id } = request.params;
      const state = stateOf(request);
      const seen = requireExperience(state, id);
      if (state.books.privacy.names === 'hidden' || seen.withdrawn) return hidden;
      const seq = wholeOf(request).books.experiences.byId.get(id)?.seq ?? seen.seq;
      return namesOf(deps, [await actorAt(deps, state.board, seq)]);
    },
  });
}
