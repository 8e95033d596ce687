import { draftResult, resultIdOf, type PostedAnswer, type ResultBody } from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.ts';
import { hostOf } from './access.ts';
import { commitFact, type Commission } from './commit.ts';
import type { HttpDeps } from './deps.ts';
import { refusalOf } from './fact-problems.ts';
import { requirePictures } from './require-pictures.ts';

/**
 * Checks one result and puts it into the ledger: the same for a single post and for each of a
 * batch. What waits at the same time commits together.
 */
export async function postResult(
  deps: HttpDeps,
  request: Pick<FastifyRequest, 'actor' | 'boardHost'>,
  { body, once }: { body: ResultBody; once: Commission['once'] },
): Promise<{ answer: PostedAnswer; repeated: boolean }> {
  const host = hostOf(request);
  await requirePictures(deps, host.state.board, body);
  const now = deps.clock.now();
  const drafted = draftResult(host.state, body, now);
  if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
  const commission = { fact: drafted.fact, now, once };
  const { entry, applied, repeated } = await commitFact(request, commission);
  if (!applied.outcome) throw new Refusal('conflict');
  // Anyone may read the measures.
  if (host.isSeen(entry.seq)) deps.measures.countPost(repeated ? 'repeated' : 'posted');
  const { board, epoch, seq, at: receivedAt } = entry;
  const id = resultIdOf(board, epoch, seq);
  return { answer: { id, seq, receivedAt, ...applied.outcome }, repeated };
}
