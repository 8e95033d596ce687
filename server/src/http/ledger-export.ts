import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Ledger, StoredEntry } from '../ledger/ledger.ts';
import { guard, hostOf } from './access.ts';
import type { Api } from './api.ts';
import type { HttpDeps } from './deps.ts';
import { boardParams } from './params.ts';

const pageLength = 1000;

const exportQuery = z.strictObject({
  since: z
    .string()
    .regex(/^\d{1,15}$/, { error: 'must be a position: a whole number' })
    .transform(Number)
    .default(0),
});

const lines = (entries: readonly StoredEntry[]) =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

/** Page after page as the reader takes them, up to the head at the beginning. */
async function* exportPages(
  ledger: Pick<Ledger, 'readStored'>,
  { board, head }: { board: string; head: number },
  first: StoredEntry[],
): AsyncGenerator<string> {
  let page = first;
  while (page.length > 0) {
    yield lines(page);
    const last = page.at(-1)?.seq ?? head;
    page =
      last < head ? await ledger.readStored(board, last, Math.min(pageLength, head - last)) : [];
  }
}

export function exportRoutes(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/ledger', {
    preParsing: guard(deps, 'export'),
    schema: {
      tags: ['ledger'],
      summary: 'Every entry after a position, as NDJSON',
      produces: ['application/x-ndjson'],
      params: boardParams,
      querystring: exportQuery,
    },
    handler: async (request, reply) => {
      const { board, seq: head } = hostOf(request).state;
      const { since } = request.query;
      // Read before answering: a ledger that is away is a 503, not a file that ends early.
      const first =
        since < head
          ? await deps.ledger.readStored(board, since, Math.min(pageLength, head - since))
          : [];
      const pages = exportPages(deps.ledger, { board, head }, first);
      return reply.type('application/x-ndjson').send(Readable.from(pages));
    },
  });
}
