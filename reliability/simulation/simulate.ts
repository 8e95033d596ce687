import { findViolations, isQuiet } from './invariants.ts';
import { startStorm } from './storm.ts';
import { World, type Mutation } from './world.ts';

const stormMs = 3_500;
/** A silent connection is given up after 25 s, the other side's after 30. */
const patienceMs = 60_000;
/** After the last change: a patch of every topic and a beat. */
const afterglowMs = 5500;

export interface Outcome {
  seed: number;
  violations: string[];
  /** Of everything that happened, in order. */
  digest: string;
  entries: number;
  announced: number;
}

/** One run of the whole system from one seed; what of it is wrong. */
export async function simulate(seed: number, mutation?: Mutation): Promise<Outcome> {
  const world = new World(seed, mutation);
  const uninstall = world.time.install();
  try {
    await world.open();
    let isOver = false;
    const storm = startStorm(world, stormMs).then(() => (isOver = true));
    storm.catch((err: unknown) => world.violations.push(`the storm failed: ${String(err)}`));
    const end = world.time.now + stormMs + patienceMs;
    while (world.time.now < end && !(isOver && isQuiet(world)))
      await world.time.run(world.time.now + 1000);
    await world.time.run(world.time.now + afterglowMs);
    const violations = await findViolations(world);
    const announced = world.clients.reduce((sum, client) => sum + client.announced.length, 0);
    const entries = world.store.heads.get('plant')?.seq ?? 0;
    world.close();
    await world.time.run(world.time.now + 10_000);
    return { seed, violations, digest: world.digest.toString(16), entries, announced };
  } finally {
    uninstall();
  }
}
