import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the claim holds; fails naming it when it does not within `withinMs`. */
export async function until(
  claim: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 8_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${claim}`);
    await sleep(10);
  }
}
