import { units, type World } from './world.ts';

/** A post without an answer for so long is sent again, perhaps to the other node. */
const patienceMs = 2500;
const posters = 4;

/** Somebody at a machine: posts, and sends again with the same key until it is acknowledged. */
async function postAll(world: World, poster: number, until: number): Promise<void> {
  for (let at = 0; world.time.now < until; at += 1) {
    await world.time.sleep(30 + world.random(500));
    const key = `post-${poster}-${at}`;
    const unit = world.pick(units);
    const value = String(1 + world.random(400));
    world.asked.add(key);
    while (!world.acknowledged.has(key)) await postOnce(world, { unit, value, key });
  }
}

interface Post {
  unit: string;
  value: string;
  key: string;
}

async function postOnce(world: World, { unit, value, key }: Post): Promise<void> {
  const { time, random } = world;
  const node = world.pick(world.nodes);
  const answered = (async () => {
    await time.sleep(1 + random(60) + node.stallMs());
    if (!node.isUp) return;
    const answer = await node.post(unit, value, key);
    await time.sleep(1 + random(60) + node.stallMs());
    // The connection breaks before the answer, or the node that would have given it is dead.
    if (!node.isUp || random(12) === 0) return;
    world.note(`${time.now} ${key} at ${answer.seq}`);
    world.acknowledged.set(key, answer);
  })().catch(() => undefined); // refused: sent again
  await Promise.race([answered, time.sleep(patienceMs)]);
  if (!world.acknowledged.has(key)) await time.sleep(20 + random(300));
}

/** A steward takes results back. */
async function annulSome(world: World, until: number): Promise<void> {
  while (world.time.now < until) {
    await world.time.sleep(200 + world.random(900));
    const known = [...world.acknowledged.values()];
    const node = world.pick(world.nodes);
    if (known.length === 0 || !node.isUp) continue;
    const result = world.pick(known).seq;
    const fact = { type: 'result.annulled', result, reason: 'simulated' } as const;
    // Refused where it was annulled before, or the store is away.
    await node.commit(fact, `annul ${result} ${world.time.now}`).catch(() => undefined);
  }
}

type Fault = (world: World) => void;

const faults: Record<string, Fault> = {
  cut: (world) => {
    for (const wire of world.wires) if (world.random(3) === 0) wire.cut();
  },
  vanish: (world) => {
    for (const wire of world.wires) if (world.random(12) === 0) wire.vanish();
  },
  hang: (world) => {
    for (const wire of world.wires) if (world.random(4) === 0) wire.stall(world.random(5000));
  },
  crash: (world) => {
    const at = world.random(2);
    const node = world.nodes[at];
    if (!node?.isUp) return;
    node.crash();
    world.time.after(100 + world.random(2500), () => world.startNode(at));
  },
  freeze: (world) => world.pick(world.nodes).stall(300 + world.random(4000)),
  'relay away': ({ relay, time, random }) => {
    relay.isDown = true;
    time.after(200 + random(3000), () => (relay.isDown = false));
  },
  'relay lossy': ({ relay, random }) => void (relay.lossPercent = random(80)),
  'store away': ({ store, random }) => store.crash(100 + random(2000)),
  'store slow': ({ store, time, random }) => {
    store.slowMs = random(1500);
    time.after(random(4000), () => (store.slowMs = 0));
  },
  'other topics': (world) => world.pick(world.clients).want(world.someTopics()),
};

/** Breaks things at random until `until`, then mends them all. */
async function breakThings(world: World, until: number): Promise<void> {
  const names = Object.keys(faults);
  while (world.time.now < until) {
    await world.time.sleep(world.random(600));
    const name = world.pick(names);
    world.note(`${world.time.now} ${name}`);
    faults[name]?.(world);
    for (const wire of world.wires)
      if (!wire.isOpen('client') && !wire.isOpen('server')) world.wires.delete(wire);
  }
  world.relay.isDown = false;
  world.relay.lossPercent = 0;
  world.store.mend();
}

/** Everything at once for `ms`; resolves when every post that was asked for is acknowledged. */
export function startStorm(world: World, ms: number): Promise<unknown> {
  const until = world.time.now + ms;
  return Promise.all([
    ...Array.from({ length: posters }, (_, poster) => postAll(world, poster, until)),
    annulSome(world, until),
    breakThings(world, until),
  ]);
}
