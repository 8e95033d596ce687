import type { Applied, Entry, Fact, Seen } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.ts';
import type { Draft } from '../ledger/ledger.ts';
import { signatureOf } from '../identity/actor.ts';
import { hostOf } from './access.ts';

export interface Commission {
  fact: Fact;
  /** When it was received, ms since the epoch. */
  now: number;
  once?: { key: string; bodyHash: string } | undefined;
}

export interface Committed {
  entry: Entry;
  applied: Applied;
  /** What everybody sees of it; `undefined` while a freeze hides it. */
  seen: Seen | undefined;
  /** The answer of an earlier request with the same key and body. */
  repeated: boolean;
}

const unfitKinds = [
  'annulled',
  'verified',
  'ratified',
  'attested',
  'settled',
  'declined',
  'unknown-objection',
  'standard-fixed',
  'merged',
  'undone',
  'changed-meanwhile',
] as const;

function refuseUnfit({ unfit }: Applied): void {
  if (unfit === undefined) return;
  throw new Refusal(unfitKinds.find((kind) => kind === unfit) ?? 'conflict');
}

/** Puts one fact into the ledger of the request's board; resolves when it is durable and applied. */
export async function commitFact(
  request: Pick<FastifyRequest, 'actor' | 'boardHost'>,
  { fact, now, once }: Commission,
): Promise<Committed> {
  const host = hostOf(request);
  const at = new Date(now).toISOString();
  const draft: Draft = { fact, actor: signatureOf(request.actor, host.state), at, ...once };
  const outcome = await host.commit([draft], 'refuse');
  if (outcome.kind === 'unknown-board') throw new Refusal('unknown-board');
  if (outcome.kind === 'key-conflict') throw new Refusal('key-conflict');
  if (outcome.kind === 'repeated') {
    const answer = await host.answerAt(outcome.seq);
    refuseUnfit(answer.applied);
    return { ...answer, repeated: true };
  }
  const [entry] = outcome.entries;
  const [applied] = outcome.applied;
  if (!entry || !applied) throw new Error('a commit of one draft answered without its entry');
  refuseUnfit(applied);
  const { seen } = await host.answerAt(entry.seq);
  return { entry, applied, seen, repeated: false };
}
