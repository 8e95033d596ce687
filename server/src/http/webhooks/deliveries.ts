import {
  deliveriesAnswerSchema,
  deliverySchema,
  webhookTestAnswerSchema,
  type BoardState,
  type Delivery,
  type Webhook,
} from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { attempt } from '../../webhooks/delivery.ts';
import type { Told } from '../../webhooks/formats.ts';
import { sayingOfTest } from '../../webhooks/told.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { commitAct } from '../desk-act.ts';
import { ownIdParams } from '../params.ts';
import { limitSchema } from '../query.ts';
import { addressOf, webhookOf } from './webhooks.ts';

const tags = ['webhooks'];

const deliveriesQuery = z.strictObject({
  before: z.coerce.number().int().optional().describe('Goes on from `next` of an earlier answer.'),
  limit: limitSchema(50, 200),
});

function logRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/webhooks/:id/deliveries', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'What a webhook was sent, newest first',
      description: 'Every attempt, the newest 500 of them, with what the receiver answered.',
      params: ownIdParams,
      querystring: deliveriesQuery,
      response: answers({ 200: deliveriesAnswerSchema }),
    },
    handler: async (request) => {
      const { id } = webhookOf(request, request.params.id);
      const { board } = hostOf(request).state;
      const { before, limit } = request.query;
      const lines = await deps.shelf.notes('deliveries', board, id, { before, limit: limit + 1 });
      const page = lines.slice(0, limit);
      const next = lines.length > limit ? page.at(-1)?.n : undefined;
      return {
        deliveries: page.map(({ text }) => deliverySchema.parse(JSON.parse(text))),
        ...(next === undefined ? {} : { next: String(next) }),
      };
    },
  });
}

function testOf({ publicUrl }: HttpDeps, state: BoardState, { name }: Webhook, at: string): Told {
  const { board, info } = state;
  return {
    kind: 'test',
    at,
    ...sayingOfTest(state, name),
    board: { id: board, name: info?.name ?? board },
    data: null,
    link: publicUrl === undefined ? undefined : `${publicUrl}/b/${board}`,
  };
}

async function sendTest(deps: HttpDeps, request: FastifyRequest, id: string) {
  const webhook = webhookOf(request, id);
  const { state } = hostOf(request);
  const address = await addressOf(deps, state.board, webhook);
  if (!address) throw new Refusal('needs-address');
  await commitAct(request, deps, { act: 'webhook-tested', id });
  const now = deps.clock.now();
  const at = new Date(now).toISOString();
  const what = { webhook, address, id: `test:${randomUUID()}`, now };
  const told = testOf(deps, state, webhook, at);
  const { outcome, status, ms, detail } = await attempt(deps.webhooks.reach, { ...what, told });
  const answered = status === undefined ? {} : { status };
  const said = { at, attempt: 1, outcome, ms, detail, ...answered };
  const line: Delivery = { happening: what.id, kind: 'test', ...said };
  await deps.shelf.note('deliveries', state.board, id, JSON.stringify(line));
  return said;
}

function testRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/webhooks/:id/test', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Send a webhook a test',
      description:
        'At once, once, in its format and signed as ever, also while it is switched off; `kind` of ' +
        'the message is `test`. The answer says what came of it.',
      params: ownIdParams,
      response: answers({ 200: webhookTestAnswerSchema }),
    },
    handler: async (request) => sendTest(deps, request, request.params.id),
  });
}

/** What webhooks were sent. */
export function deliveryRoutes(api: Api, deps: HttpDeps): void {
  logRoute(api, deps);
  testRoute(api, deps);
}
