import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds; afterwards the test asserts what it wants to know. */
export async function eventually(holds: () => boolean, withinMs = 5000): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > deadline) return false;
    await delay(5);
  }
  return true;
}
