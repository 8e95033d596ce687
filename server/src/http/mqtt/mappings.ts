import {
  mappingAnswerSchema,
  mappingBodySchema,
  mappingsAnswerSchema,
  maxMappings,
  refusedMessageSchema,
  refusedMessagesAnswerSchema,
  type BoardState,
  type CountedMapping,
  type RefusedMessage,
} from '@emulation/shared';
import { z } from 'zod';
import { invalid } from '../../errors/recognition.ts';
import { Refusal } from '../../errors/refusal.ts';
import { readBroker, readCounts } from '../../mqtt/tally.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams, ownIdParams } from '../params.ts';
import { put } from '../put.ts';
import { mappingPreviewRoute } from './preview.ts';

const tags = ['mqtt'];

/** Mappings with what came of them so far. */
export function countedMappings(
  { shelf }: HttpDeps,
  { board, books }: BoardState,
): Promise<CountedMapping[]> {
  const mappings = [...books.machines.mappings.values()].map(async (mapping) => ({
    ...mapping,
    counts: await readCounts(shelf, board, mapping.id),
  }));
  return Promise.all(mappings);
}

/** Messages of a mapping that became no result, the newest first. */
export async function refusedMessages(
  { shelf }: HttpDeps,
  { board, books }: BoardState,
  id: string,
): Promise<RefusedMessage[]> {
  if (!books.machines.mappings.has(id)) throw new Refusal('unknown-mapping');
  const lines = await shelf.notes('messages', board, id, { limit: 100 });
  return lines.map(({ text }) => refusedMessageSchema.parse(JSON.parse(text)));
}

function listRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/mappings', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'How messages of the broker become results',
      description: 'With what came of them so far, and how the connection to the broker stands.',
      params: boardParams,
      response: answers({ 200: mappingsAnswerSchema }),
    },
    handler: async (request) => {
      const { state } = hostOf(request);
      const { shelf, mqttUrl } = deps;
      const isConfigured = mqttUrl !== undefined;
      const broker = isConfigured ? await readBroker(shelf) : undefined;
      const mappings = await countedMappings(deps, state);
      return { seq: state.seq, broker: { isConfigured, ...broker }, mappings };
    },
  });
}

function changeRoutes(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/mappings/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Create or change a mapping',
      description:
        'Messages whose topic fits `filter` become results from then on, each once. Units and ' +
        'metrics come from a part of the topic, from the payload (JSON pointers) or are fixed; ' +
        '`names` says what the source calls them. With `time` or `sequence` a repetition is known ' +
        'for ever; what the broker retains is taken only then.',
      params: ownIdParams,
      body: mappingBodySchema,
      response: answers({ 200: mappingAnswerSchema, 201: mappingAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { mappings } = hostOf(request).state.books.machines;
      const item = { id: request.params.id, ...request.body };
      const before = mappings.get(item.id);
      if (!before && mappings.size >= maxMappings)
        throw invalid([{ path: 'id', message: `the board has ${maxMappings} already, the most` }]);
      const fact = { type: 'mapping.put' as const, ...item };
      return reply.code(await put(deps, request, before, { item, fact })).send(item);
    },
  });

  api.delete('/boards/:board/mappings/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Remove a mapping',
      description: 'What it brought stays.',
      params: ownIdParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { board, books } = hostOf(request).state;
      if (!books.machines.mappings.has(id)) throw new Refusal('unknown-mapping');
      await commitFact(request, { fact: { type: 'mapping.removed', id }, now: deps.clock.now() });
      await deps.shelf.remove('mapping-counts', board, id);
      return reply.code(204).send();
    },
  });
}

function refusedRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/mappings/:id/refused', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Messages that became no result, and why',
      description: 'The newest 100, with the beginning of what they said.',
      params: ownIdParams,
      response: answers({ 200: refusedMessagesAnswerSchema }),
    },
    handler: async (request) => ({
      refused: await refusedMessages(deps, hostOf(request).state, request.params.id),
    }),
  });
}

/** Results that come in from a broker. */
export function mappingRoutes(api: Api, deps: HttpDeps): void {
  listRoute(api, deps);
  mappingPreviewRoute(api, deps);
  changeRoutes(api, deps);
  refusedRoute(api, deps);
}
