import {
  draftReveal,
  draftStage,
  driveStandings,
  nextReveal,
  revealBodySchema,
  revealedRows,
  stageAnswerSchema,
  stageBodySchema,
  stageHolder,
  type BoardState,
  type DriveRow,
  type StageAnswer,
} from '@emulation/shared';
import { Refusal } from '../../errors/refusal.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';
import { resultParams } from '../params.ts';

const inShort = ({ place, unit, score }: DriveRow) => ({ place, unit, score });

/** The stage as presenters see it: with what is still hidden from everybody else. */
function stageAnswer(state: BoardState, id: string, now: number): StageAnswer {
  const drive = state.books.drives.get(id);
  if (!drive) throw new Refusal('unknown-drive');
  const { rows } = driveStandings(state, drive, now);
  const holder = stageHolder(drive, now);
  const { revealed } = drive;
  const count = nextReveal(rows, revealed);
  const isOver = !drive.veiled || count <= revealed;
  return {
    drive: id,
    name: drive.body.name,
    state: drive.state,
    seq: state.seq,
    holder: holder ? { ...holder, until: new Date(holder.until).toISOString() } : null,
    revealed,
    rows: rows.length,
    next: isOver
      ? null
      : {
          count,
          rows: revealedRows(rows, count)
            .slice(0, count - revealed)
            .map(inShort),
        },
    shown: revealedRows(rows, revealed).map(inShort),
  };
}

function routeOf(deps: HttpDeps, summary: string, description?: string) {
  return {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags: ['drives'],
      summary,
      ...(description ? { description } : {}),
      params: resultParams,
      response: answers({ 200: stageAnswerSchema }),
    },
  };
}

/** How a closed drive is revealed: one presenter on the stage, a step at a time. */
export function stageRoutes(api: Api, deps: HttpDeps): void {
  const { clock } = deps;

  api.get('/boards/:board/drives/:id/stage', {
    ...routeOf(deps, 'Who presents a closed drive, and what comes next'),
    handler: async (request) => stageAnswer(hostOf(request).state, request.params.id, clock.now()),
  });

  const staged = routeOf(
    deps,
    'Take the stage of a closed drive',
    'It is kept for ten minutes after the last step. Where another presenter stands on it, ' +
      '`takeOver` takes it all the same; without, that is a conflict.',
  );
  api.post('/boards/:board/drives/:id/stage', {
    ...staged,
    schema: { ...staged.schema, body: stageBodySchema },
    handler: async (request) => {
      const { id } = request.params;
      const now = clock.now();
      const drafted = draftStage(hostOf(request).state, id, request.body, now);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      await commitFact(request, { fact: drafted.fact, now });
      return stageAnswer(hostOf(request).state, id, now);
    },
  });

  const revealed = routeOf(
    deps,
    'Reveal the next step of a closed drive to everybody',
    'From the bottom place up; units that share a place come out together. `count` is how many ' +
      'rows are revealed afterwards: said again it changes nothing, any other is a conflict.',
  );
  api.post('/boards/:board/drives/:id/reveal', {
    ...revealed,
    schema: { ...revealed.schema, body: revealBodySchema },
    handler: async (request) => {
      const { id } = request.params;
      const now = clock.now();
      const drafted = draftReveal(hostOf(request).state, id, request.body, now);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      if (drafted.kind === 'fact') await commitFact(request, { fact: drafted.fact, now });
      return stageAnswer(hostOf(request).state, id, now);
    },
  });
}
