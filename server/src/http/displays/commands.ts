import {
  commandAnswerSchema,
  displayCommandSchema,
  displayIdSchema,
  sceneProblems,
  type BoardState,
  type DisplayCommand,
} from '@emulation/shared';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { commitAct } from '../desk-act.ts';
import { refusalOf } from '../fact-problems.ts';

const acts = { show: 'wall-shown', reload: 'wall-reloaded', identify: 'wall-identified' } as const;

function refuseUnknown(state: BoardState, command: DisplayCommand): void {
  if (command.kind !== 'show') return;
  const problems = sceneProblems(state, command.show, 'show');
  if (problems.length > 0) throw refusalOf(problems);
}

/** Commands to one wall. They are for now: none is kept for a wall that is not there. */
export function displayCommandRoutes(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/displays/:id/commands', {
    preParsing: guard(deps, 'run-displays'),
    schema: {
      tags: ['displays'],
      summary: 'Have a wall show a scene now, reload itself, or show its name large',
      description:
        'Answered when the wall, on whichever node it is, has done it. A scene stands for `seconds` ' +
        'and then the playlist goes on; a wall reloads itself when no record has its screen.',
      params: z.object({ board: z.string(), id: displayIdSchema }),
      body: displayCommandSchema,
      response: answers({ 200: commandAnswerSchema }),
    },
    handler: async (request) => {
      const { state } = hostOf(request);
      const { id } = request.params;
      const status = deps.displays.status(state.board, id);
      if (!status && !state.books.displays.displays.has(id)) throw new Refusal('unknown-display');
      refuseUnknown(state, request.body);
      if (!status?.online) throw new Refusal('display-offline');
      // First: what the ledger cannot hold is not done, and what is done is not answered as failed.
      await commitAct(request, deps, { act: acts[request.body.kind], id });
      const outcome = await deps.displays.command(state.board, id, request.body);
      if (outcome.kind === 'offline') throw new Refusal('display-offline');
      if (outcome.kind === 'silent') throw new Refusal('display-silent');
      if (outcome.kind === 'refused')
        throw new Refusal('display-refused', { detail: outcome.detail });
      return { display: id, done: true as const };
    },
  });
}
