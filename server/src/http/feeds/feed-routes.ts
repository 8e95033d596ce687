import { createHash } from 'node:crypto';
import { scopeSchema } from '@emulation/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { boardWords } from '../../words/board-words.ts';
import { guard, stateOf } from '../access.ts';
import { answerOnce } from '../answer-once.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { requireKnown } from '../known.ts';
import { originOf } from '../origin-of.ts';
import { boardParams } from '../params.ts';
import { atomDocument, jsonDocument, type FeedHead } from './feed-documents.ts';
import { recordEntries, type EntryQuery } from './record-entries.ts';

const feedQuery = z.strictObject({
  metric: z.string().optional().describe('Only records in this metric.'),
  scope: scopeSchema
    .optional()
    .describe('Only records of this scope; without it board and sector.'),
});

const formats = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: atomDocument },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonDocument },
} as const;

/** The body under a tag of its own; asked for anew each time. */
function answerFeed(request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return answerOnce(request, reply.header('cache-control', 'no-cache'), { body, etag });
}

function headOf(request: FastifyRequest, deps: HttpDeps, query: EntryQuery): FeedHead {
  const state = stateOf(request);
  const origin = originOf(request, deps.publicUrl);
  const { board, info } = state;
  const { t, language } = boardWords(state);
  const name = query.metric === undefined ? '' : state.metrics.get(query.metric)?.metric.name;
  const page = query.metric === undefined ? '' : `?metric=${encodeURIComponent(query.metric)}`;
  const of = [board, query.metric, query.scope].filter((part) => part !== undefined);
  return {
    title: [info?.name ?? board, name, t('feed.records')].filter(Boolean).join(' · '),
    id: `tag:emulation-board,2026:${of.join('/')}/records`,
    page: `${origin}/b/${board}${page}`,
    self: origin + request.url,
    origin,
    language,
    // Nothing was ever said: older than any entry.
    since: '1970-01-01T00:00:00.000Z',
  };
}

/** Feeds of records for readers of feeds: Atom and JSON Feed. */
export function recordFeedRoutes(api: Api, deps: HttpDeps): void {
  for (const format of ['atom', 'json'] as const)
    api.get(`/boards/:board/feeds/records.${format}`, {
      preParsing: guard(deps, 'see'),
      schema: {
        tags: ['feeds'],
        summary: `The newest 50 results that set records, as ${format === 'atom' ? 'Atom' : 'JSON Feed 1.1'}`,
        description:
          'Each result once, with an id that stays; annulled ones say so, in the language of the ' +
          'board, English where it has none. `ETag` and ' +
          '`If-None-Match` spare what a reader has already.',
        produces: [formats[format].type],
        params: boardParams,
        querystring: feedQuery,
      },
      handler: async (request, reply) => {
        const state = stateOf(request);
        requireKnown(state, { metric: request.query.metric });
        const { type, write } = formats[format];
        const body = write(
          headOf(request, deps, request.query),
          recordEntries(state, request.query),
        );
        return answerFeed(request, reply.type(type), body);
      },
    });
}
