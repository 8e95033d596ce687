import { ApiProblem, postResult, type Problem } from '../api/client.ts';
import { uploadPicture } from '../api/experiences.ts';
import { signedInAs } from '../store/session-acts.ts';
import { doubtSession } from '../store/session.ts';
import { tellTabs } from '../store/tab-news.ts';
import { firstDue } from './attempt-order.ts';
import { changeAttempt, photoOf, readAttempts } from './attempt-store.ts';
import { send, settle, type Attempt, type Outcome } from './attempt.ts';
import { alone } from './device-lock.ts';

const unsigned: Problem = {
  status: 401,
  kind: 'sign-in-required',
  title: 'Nobody is signed in',
  detail: '',
};

/** A 2xx whose body broke off on the way may have counted: the same key asks again. */
function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { status: 0, kind: 'unreachable', title: 'Unreachable', detail };
}

/** The photo first: the post names it. Its name comes from its bytes, so a repetition adds nothing. */
async function withEvidence(attempt: Attempt): Promise<Attempt> {
  const { photo, key, board } = attempt;
  if (!photo || photo.picture !== undefined) return attempt;
  const bytes = await photoOf(key);
  if (!bytes) return attempt;
  const { id } = await uploadPicture(board, bytes, () => undefined);
  const photographed = (one: Attempt) => ({ ...one, photo: { picture: id } });
  return (await changeAttempt(key, photographed)) ?? photographed(attempt);
}

async function outcomeOf(attempt: Attempt): Promise<Outcome> {
  try {
    const { board, body, key, photo, typedAt } = await withEvidence(attempt);
    const evidence = photo?.picture === undefined ? {} : { evidence: [{ picture: photo.picture }] };
    const answer = await postResult(board, { ...body, ...evidence }, key, Date.now() - typedAt);
    return { kind: 'answer', answer };
  } catch (error) {
    return { kind: 'problem', problem: problemOf(error) };
  }
}

/** Whether the device's owner may send now, and otherwise what stands in the way. */
async function obstacle(owner: string | null): Promise<Problem | 'not-theirs' | undefined> {
  try {
    const actor = await signedInAs();
    if (actor === null) return unsigned;
    return actor === owner ? undefined : 'not-theirs';
  } catch (error) {
    return problemOf(error);
  }
}

/** @returns false when there is nothing more to send for now. */
async function sendNext(board: string, owner: string | null, tell: () => void): Promise<boolean> {
  const next = firstDue(await readAttempts(board), owner, Date.now());
  if (!next) return false;
  const inTheWay = await obstacle(owner);
  if (inTheWay === 'not-theirs') return false;
  const sent = await changeAttempt(next.key, send);
  if (!sent) return true; // discarded meanwhile
  // A photo takes its time on a poor network: meanwhile it is seen to be on its way.
  tell();
  const outcome: Outcome = inTheWay
    ? { kind: 'problem', problem: inTheWay }
    : await outcomeOf(sent);
  await changeAttempt(sent.key, (one) => settle(one, outcome, Date.now()));
  if (outcome.kind === 'problem' && outcome.problem.status === 401) doubtSession();
  return true;
}

/**
 * Sends what is due of one owner, in order, while no other tab does. `changed` is called after
 * every step.
 */
export function sendDue(board: string, owner: string | null, changed: () => void): Promise<void> {
  return alone(`emulation.send.${board}`, async (renew) => {
    const tell = () => {
      // The other tabs; a channel does not speak to the page that writes into it.
      tellTabs({ kind: 'attempts', board });
      changed();
    };
    while ((await renew()) && (await sendNext(board, owner, tell))) tell();
  });
}
