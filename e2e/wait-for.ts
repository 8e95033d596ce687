import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is truthy; patience is for slow machines, not part of what is asserted. */
export async function waitFor<T>(
  what: string,
  ask: () => T | Promise<T>,
  patienceMs = 30_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await sleep(25);
  }
}
