import { parentPort, workerData } from 'node:worker_threads';
import { mustPost } from '../../e2e/api.ts';

/**
 * Posts one after another until it is told to stop, then says how long the slowest took. In a thread
 * of its own: one that also held a crowd of clients would measure how late it comes to reading.
 */
const { url, name, pauseMs } = workerData as { url: string; name: string; pauseMs: number };

let isOver = false;
parentPort?.once('message', () => (isOver = true));
let slowestMs = 0;
let count = 0;
while (!isOver) {
  const begun = performance.now();
  await mustPost(url, 'anvil', String((count % 900) + 1), `${name}-${count}`);
  slowestMs = Math.max(slowestMs, performance.now() - begun);
  count += 1;
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
}
parentPort?.postMessage({ slowestMs, count });
