import {
  maxWebhooks,
  webhookBodySchema,
  webhookPutAnswerSchema,
  webhooksAnswerSchema,
  webhookSecretAnswerSchema,
  type Webhook,
  type WebhookBody,
} from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { invalid } from '../../errors/recognition.ts';
import { Refusal } from '../../errors/refusal.ts';
import { readProgress, withoutFailure } from '../../webhooks/progress.ts';
import { forbiddenAddress, leadsAstray } from '../../webhooks/reach.ts';
import {
  createSigningSecret,
  previousSecretMs,
  readAddress,
  type Address,
} from '../../webhooks/secrets.ts';
import { guard, hostOf } from '../access.ts';
import { answers, type Api } from '../api.ts';
import { commitFact } from '../commit.ts';
import { conditioned } from '../condition.ts';
import type { HttpDeps } from '../deps.ts';
import { commitAct } from '../desk-act.ts';
import { boardParams, ownIdParams } from '../params.ts';
import { webhookAnswer } from './webhook-answer.ts';

const tags = ['webhooks'];

export function webhookOf(request: FastifyRequest, id: string): Webhook {
  const webhook = hostOf(request).state.books.machines.webhooks.get(id);
  if (!webhook) throw new Refusal('unknown-webhook');
  return webhook;
}

export async function addressOf(
  { shelf }: HttpDeps,
  board: string,
  { kept }: Webhook,
): Promise<Address | undefined> {
  const text = await shelf.find('webhook-address', board, kept);
  return text === undefined ? undefined : readAddress(text);
}

async function checkBody(
  { webhooks }: HttpDeps,
  { url }: WebhookBody,
  held: { before: Webhook | undefined; count: number; hasAddress: boolean },
): Promise<void> {
  if (!held.before && held.count >= maxWebhooks)
    throw invalid([{ path: 'id', message: `the board has ${maxWebhooks} already, the most` }]);
  if (url === undefined && !held.hasAddress)
    throw invalid([{ path: 'url', message: 'is needed: no address is kept here' }]);
  if (url === undefined) return;
  if (!URL.canParse(url)) throw invalid([{ path: 'url', message: 'is no address' }]);
  if (await leadsAstray(url, webhooks.allowedRanges))
    throw invalid([{ path: 'url', message: forbiddenAddress }]);
}

/** A fresh start for what failed: it is tried at once, and the three days begin anew. */
async function forgetFailure({ shelf }: HttpDeps, board: string, id: string): Promise<void> {
  const text = await shelf.find('webhook-progress', board, id);
  if (text === undefined) return;
  const progress = JSON.stringify(withoutFailure(readProgress(text)));
  await shelf.put('webhook-progress', board, id, progress);
}

/** The address goes to the shelf first: a fact never names one that is not there. */
async function putWebhook(deps: HttpDeps, request: FastifyRequest, id: string, body: WebhookBody) {
  const { state } = hostOf(request);
  const { board } = state;
  const { webhooks } = state.books.machines;
  const before = webhooks.get(id);
  const held = before && (await addressOf(deps, board, before));
  await checkBody(deps, body, { before, count: webhooks.size, hasAddress: held !== undefined });
  const { url = held?.url ?? '', ...plain } = body;
  const isMoved = held?.url !== url;
  const address: Address = { ...(held ?? { secret: createSigningSecret() }), url };
  const kept = before && !isMoved ? before.kept : randomUUID();
  const fact = { type: 'webhook.put' as const, id, ...plain, origin: new URL(url).origin, kept };
  const { type: _, ...item } = fact;
  const { since: __, stopped, ...standing } = before ?? {};
  if (!isDeepStrictEqual(standing, item) || stopped) {
    // Before the address is kept: whoever is too late leaves nothing behind.
    const conditional = conditioned(request, fact);
    if (isMoved) await deps.shelf.put('webhook-address', board, kept, JSON.stringify(address));
    await commitFact(request, { fact: conditional, now: deps.clock.now() });
    if (before && isMoved) await deps.shelf.remove('webhook-address', board, before.kept);
    if (before) await forgetFailure(deps, board, id);
  }
  deps.webhooks.wake();
  return { isNew: !before, ...(held ? {} : { secret: address.secret }) };
}

function listRoute(api: Api, deps: HttpDeps): void {
  api.get('/boards/:board/webhooks', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Webhooks and how they fare',
      description: 'Neither addresses nor secrets: those are told to nobody again.',
      params: boardParams,
      response: answers({ 200: webhooksAnswerSchema }),
    },
    handler: async (request) => {
      const host = hostOf(request);
      const webhooks = [...host.state.books.machines.webhooks.values()];
      return {
        seq: host.state.seq,
        webhooks: await Promise.all(webhooks.map((webhook) => webhookAnswer(deps, host, webhook))),
      };
    },
  });
}

function putRoute(api: Api, deps: HttpDeps): void {
  api.put('/boards/:board/webhooks/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Create or change a webhook',
      description:
        'From now on it is told every happening of its `kinds`, in order, at least once. `url` is ' +
        'needed once and never told again; `secret`, with which messages are signed (Standard ' +
        'Webhooks), is in the answer that creates it and in no other. It never leads to a private, ' +
        'loopback or link-local address unless `WEBHOOK_RANGES` allows it. Switched on again, it ' +
        'goes on where it was.',
      params: ownIdParams,
      body: webhookBodySchema,
      response: answers({ 200: webhookPutAnswerSchema, 201: webhookPutAnswerSchema }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { isNew, ...secret } = await putWebhook(deps, request, id, request.body);
      const webhook = await webhookAnswer(deps, hostOf(request), webhookOf(request, id));
      return reply.code(isNew ? 201 : 200).send({ webhook, ...secret });
    },
  });
}

function secretRoute(api: Api, deps: HttpDeps): void {
  api.post('/boards/:board/webhooks/:id/secret', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Give a webhook another secret',
      description:
        'It is in this answer and in no other. For a day messages carry a signature of the secret ' +
        'before as well, so that the receiver can be changed in between.',
      params: ownIdParams,
      response: answers({ 200: webhookSecretAnswerSchema }),
    },
    handler: async (request) => {
      const webhook = webhookOf(request, request.params.id);
      const { board } = hostOf(request).state;
      const held = await addressOf(deps, board, webhook);
      if (!held) throw new Refusal('needs-address');
      const secret = createSigningSecret();
      const until = deps.clock.now() + previousSecretMs;
      const address: Address = { url: held.url, secret, previous: { secret: held.secret, until } };
      await commitAct(request, deps, { act: 'webhook-secret-renewed', id: webhook.id });
      await deps.shelf.put('webhook-address', board, webhook.kept, JSON.stringify(address));
      return { secret, previousUntil: new Date(until).toISOString() };
    },
  });
}

function removalRoute(api: Api, deps: HttpDeps): void {
  api.delete('/boards/:board/webhooks/:id', {
    preParsing: guard(deps, 'manage'),
    schema: {
      tags,
      summary: 'Remove a webhook',
      description:
        'With its address and its secret. What it has not been told yet, it is not told.',
      params: ownIdParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { kept } = webhookOf(request, id);
      const { board } = hostOf(request).state;
      await commitFact(request, { fact: { type: 'webhook.removed', id }, now: deps.clock.now() });
      await deps.shelf.remove('webhook-address', board, kept);
      await deps.shelf.remove('webhook-progress', board, id);
      return reply.code(204).send();
    },
  });
}

/** Other systems that are told what happens. */
export function webhookRoutes(api: Api, deps: HttpDeps): void {
  listRoute(api, deps);
  putRoute(api, deps);
  secretRoute(api, deps);
  removalRoute(api, deps);
}
