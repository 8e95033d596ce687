import {
  draftResult,
  resultIdOf,
  type PostedAnswer,
  type ResultBody,
  type ResultOutcome,
} from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.ts';
import { hostFor, seesHidden } from './access.ts';
import { commitFact, type Commission, type Committed } from './commit.ts';
import type { HttpDeps } from './deps.ts';
import { refusalOf } from './fact-problems.ts';
import { requirePictures } from './require-pictures.ts';

/**
 * Checks one result and puts it into the ledger: the same for a single post and for each of a
 * batch. What waits at the same time commits together.
 */
export async function postResult(
  deps: HttpDeps,
  request: FastifyRequest,
  { body, once }: { body: ResultBody; once: Commission['once'] },
): Promise<{ answer: PostedAnswer; repeated: boolean }> {
  const host = hostFor(request, { units: [body.unit], metric: body.metric });
  await requirePictures(deps, host.state.board, body);
  const now = deps.clock.now();
  const drafted = draftResult(host.state, body, now);
  if (drafted.kind === 'problems') throw refusalOf(drafted.problems);
  const commission = { fact: drafted.fact, now, once };
  const writer = { actor: request.actor, boardHost: host };
  const committed = await commitFact(writer, commission);
  const { entry, applied, repeated } = committed;
  if (!applied.outcome) throw new Refusal('conflict');
  // Anyone may read the measures.
  if (host.isSeen(entry.seq)) deps.measures.countPost(repeated ? 'repeated' : 'posted');
  const answer = seesHidden(request)
    ? postedAnswer(committed, entry, applied.outcome)
    : publicAnswer(committed, host.publicState.seq);
  return { answer, repeated };
}

function postedAnswer(
  { entry: { board, at: receivedAt } }: Committed,
  { epoch, seq }: { epoch: string; seq: number },
  outcome: ResultOutcome,
): PostedAnswer {
  return { id: resultIdOf(board, epoch, seq), seq, receivedAt, ...outcome };
}

/** To somebody who sees no more than everybody: of a hidden result, that it is there. */
function publicAnswer(committed: Committed, publicSeq: number): PostedAnswer {
  const { entry, seen } = committed;
  if (seen?.applied.outcome) {
    const place = { epoch: seen.epoch, seq: seen.applied.seq };
    return postedAnswer(committed, place, seen.applied.outcome);
  }
  const nothing = { state: 'provisional' as const, records: [], ranking: [], overtakes: [] };
  return { ...postedAnswer(committed, entry, nothing), seq: publicSeq, hidden: true };
}
