import type { Webhook, WebhookAnswer } from '@emulation/shared';
import { backlog, beginAfter, follow, readProgress } from '../../webhooks/progress.ts';
import type { Host, HttpDeps } from '../deps.ts';

/** A webhook with how it fares: read from where its sender, on whichever node, leaves word. */
export async function webhookAnswer(
  { shelf }: Pick<HttpDeps, 'shelf'>,
  { state, publicState }: Host,
  { kept, since, ...webhook }: Webhook,
): Promise<WebhookAnswer> {
  const [address, text] = await Promise.all([
    shelf.find('webhook-address', state.board, kept),
    shelf.find('webhook-progress', state.board, webhook.id),
  ]);
  const progress = text === undefined ? beginAfter(since) : readProgress(text);
  const now = follow(progress, publicState).progress;
  const { failingSince, nextAt, attempts, detail = '', lastDeliveredAt } = progress;
  return {
    ...webhook,
    needsAddress: address === undefined,
    waiting: backlog(publicState, now, webhook.kinds).happenings.length,
    ...(lastDeliveredAt === undefined ? {} : { lastDeliveredAt }),
    ...(failingSince !== undefined && nextAt !== undefined
      ? { failing: { since: failingSince, attempts, nextAt, detail } }
      : {}),
  };
}
