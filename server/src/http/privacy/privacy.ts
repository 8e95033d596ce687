import { privacyRulesSchema } from '@emulation/shared';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';
import { put } from '../put.ts';

const tags = ['privacy'];

/** The first moment of which origins are kept, ISO. */
export function originsSince(now: number, { originsDays }: { originsDays: number }): string {
  return new Date(now - originsDays * 24 * 3_600_000).toISOString();
}

/** What of people a board shows, and how long it keeps where acts came from. */
export function privacyRoutes(api: Api, deps: HttpDeps): void {
  const path = '/boards/:board/privacy';
  const response = answers({ 200: privacyRulesSchema });
  api.get(path, {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Whether names are shown, and how long origins of acts are kept',
      description: 'Hidden and 90 days until a steward says otherwise.',
      params: boardParams,
      response,
    },
    handler: async (request) => hostOf(request).state.books.privacy,
  });

  api.put(path, {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Set whether names are shown, and how long origins of acts are kept',
      description:
        'Names are hidden until a board shows them; they stand in no ledger, export or feed. ' +
        'Addresses and browsers of acts that are older than `originsDays` are erased at once, and ' +
        'from then on as they become so old.',
      params: boardParams,
      body: privacyRulesSchema,
      response,
    },
    handler: async (request) => {
      const item = request.body;
      const { board, books } = hostOf(request).state;
      await put(deps, request, books.privacy, { item, fact: { type: 'privacy.ruled', ...item } });
      await deps.origins.forget({ board, before: originsSince(deps.clock.now(), item) });
      return item;
    },
  });
}
