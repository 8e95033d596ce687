import { draftPledge, pledgeAnswerSchema, pledgeBodySchema } from '@emulation/shared';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { guard, hostFor } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalOf } from '../fact-problems.ts';

const params = z.object({ board: z.string(), id: z.string(), unit: z.string() });

export function pledgeRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/drives/:id/pledges/:unit', {
    preParsing: guard(deps, 'pledge'),
    schema: {
      tags: ['drives'],
      summary: "A unit's counter-plan",
      description:
        'Values by task, each at least the target; the whole pledge is replaced. No tasks take it back.',
      params,
      body: pledgeBodySchema,
      response: answers({ 200: pledgeAnswerSchema }),
    },
    handler: async (request) => {
      const { id, unit } = request.params;
      const host = hostFor(request, { units: [unit] });
      const { state } = host;
      const now = deps.clock.now();
      const drafted = draftPledge(state, id, unit, request.body, now);
      if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
      const { fact } = drafted;
      const standing = state.books.drives.get(id)?.pledges.get(unit) ?? {};
      if (!isDeepStrictEqual(standing, fact.tasks))
        await commitFact({ actor: request.actor, boardHost: host }, { fact, now });
      return { drive: id, unit, tasks: fact.tasks };
    },
  });
}
