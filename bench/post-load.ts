import { Agent, request } from 'node:http';
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

/** Posts `posts` over `connections` kept connections, each its next when the last is answered. */
export async function postAll(
  url: string,
  posts: readonly Post[],
  connections: number,
): Promise<{ ms: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(`${url}/api/v1/boards/b/results`);
  const run = Math.random().toString(36).slice(2);
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let at = next++; at < posts.length; at = next++) {
        // The index lies within the array.
        const status = await send(agent, target, `${run}-${at}`, posts[at] as Post);
        if (status !== 201) throw new Error(`a post was answered with ${status}`);
      }
    }),
  );
  const ms = performance.now() - begun;
  agent.destroy();
  return { ms };
}
