import {
  dateOfDay,
  driveRankingAnswerSchema,
  driveStandings,
  dryRun,
  dryRunAnswerSchema,
  dryRunPeriod,
  type DriveStandings,
} from '@emulation/shared';
import { z } from 'zod';
import { invalid } from '../../errors/recognition.ts';
import { guard, stateOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { requireKnown } from '../known.ts';
import { daySchema, limitSchema, refuseReversed } from '../query.ts';
import { driveOf } from './drive-answer.ts';
import { driveParams } from './drives.ts';

const tags = ['drives'];

export const driveRankingQuery = z.strictObject({
  by: z.enum(['level', 'improvement', 'gap']).default('level'),
  unit: z.string().optional(),
  limit: limitSchema(10_000, 10_000),
});

export function driveRowsOf(standings: DriveStandings, query: z.output<typeof driveRankingQuery>) {
  const { by, unit, limit } = query;
  const rows = by === 'level' ? standings.rows : standings[by];
  return rows.filter((row) => unit === undefined || row.unit === unit).slice(0, limit);
}

function rankingRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/drives/:id/ranking', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'The ranking of a drive with the breakdown of each score',
      description:
        'By level (the score), by improvement on the equally long period before, or by the part of ' +
        'the gap to the goal that was closed. Every term names the results it came from.',
      params: driveParams,
      querystring: driveRankingQuery,
      response: answers({ 200: driveRankingAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const drive = driveOf(request, request.params.id);
      requireKnown(state, { unit: request.query.unit });
      const standings = driveStandings(state, drive, deps.clock.now());
      return {
        seq: state.seq,
        drive: drive.id,
        state: drive.state,
        by: request.query.by,
        rows: driveRowsOf(standings, request.query),
        uncounted: standings.uncounted,
      };
    },
  });
}

const dryRunQuery = driveRankingQuery.extend({
  from: daySchema.optional(),
  to: daySchema.optional(),
});

function dryRunRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/drives/:id/dry-run', {
    preParsing: guard(deps, 'see'),
    schema: {
      tags,
      summary: 'What the ranking would have been in another period',
      description:
        'The equally long period before, unless `from` and `to` say otherwise. Results as they ' +
        'stand now; pledges and the grace are left out.',
      params: driveParams,
      querystring: dryRunQuery,
      response: answers({ 200: dryRunAnswerSchema }),
    },
    handler: async (request) => {
      const state = stateOf(request);
      const drive = driveOf(request, request.params.id);
      const { from, to, ...query } = request.query;
      if ((from === undefined) !== (to === undefined))
        throw invalid([
          { path: from === undefined ? 'from' : 'to', message: 'name both days or neither' },
        ]);
      refuseReversed({ from, to });
      requireKnown(state, { unit: query.unit });
      const now = deps.clock.now();
      const span =
        from === undefined || to === undefined ? dryRunPeriod(state, drive, now) : { from, to };
      return {
        seq: state.seq,
        drive: drive.id,
        state: drive.state,
        by: query.by,
        from: dateOfDay(span.from),
        to: dateOfDay(span.to),
        rows: driveRowsOf(dryRun(state, drive, span, now), query),
        uncounted: [],
      };
    },
  });
}

export function driveRankingRoutes(api: Api, deps: HttpDeps): void {
  rankingRoute(api, deps);
  dryRunRoute(api, deps);
}
