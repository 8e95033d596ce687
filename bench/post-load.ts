import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { token } from './server-process.ts';

export interface Post {
  unit: string;
  value: string;
  /** Of the metric `m`, where it does not say. */
  metric?: string;
}

/** Posts one result over a kept connection; resolves with the status. */
function send(agent: Agent, url: URL, key: string, post: Post): Promise<number> {
  const body = JSON.stringify({ metric: 'm', ...post });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${token}`,
    'idempotency-key': key,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject).end(body);
  });
}

function opening(url: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(`${url}/api/v1/boards/b/results`);
  const run = Math.random().toString(36).slice(2);
  const post = async (at: number, what: Post): Promise<void> => {
    const status = await send(agent, target, `${run}-${at}`, what);
    if (status !== 201) throw new Error(`a post was answered with ${status}`);
  };
  return { post, close: () => agent.destroy() };
}

/** Posts `posts` over `connections` kept connections, each its next when the last is answered. */
export async function postAll(
  url: string,
  posts: readonly Post[],
  connections: number,
): Promise<{ ms: number }> {
  const { post, close } = opening(url, connections);
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      // The index lies within the array.
      for (let at = next++; at < posts.length; at = next++) await post(at, posts[at] as Post);
    }),
  );
  const ms = performance.now() - begun;
  close();
  return { ms };
}

/** Posts each when it is due, whatever became of those before; ms from then until it was answered. */
export async function postAtPace(
  url: string,
  posts: readonly Post[],
  perSecond: number,
): Promise<number[]> {
  const { post, close } = opening(url, 256);
  const begun = performance.now();
  const answered: Promise<number>[] = [];
  for (const [at, what] of posts.entries()) {
    const due = begun + (at * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    answered.push(post(at, what).then(() => performance.now() - due));
  }
  const delays = await Promise.all(answered);
  close();
  return delays;
}
