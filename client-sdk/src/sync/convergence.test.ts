import fc from 'fast-check';
import type { Happening, Patch } from '@emulation/shared';
import { expect, it } from 'vitest';
import { newBoardSync } from './board-question.ts';
import type { BoardEvent, BoardSync, Effect } from './board-state.ts';
import { stepBoard } from './board-sync.ts';
import { FakeBoard } from './testing/fake-board.ts';

const topics = ['ranking:speed', 'records'];
const wanted = new Set([...topics, 'feed']);
const now = 0;

/** One client and one board with an ordered wire between them that a test delivers by hand. */
class World {
  state: BoardSync = newBoardSync('b');
  announced: Happening[] = [];
  connected = false;
  #toClient: BoardEvent[] = [];
  #toServer: Extract<Effect, { kind: 'ask' }>[] = [];
  readonly board = new FakeBoard(topics, (message) => {
    if (!this.connected) return;
    if ('patch' in message) this.#toClient.push({ type: 'patched', patch: message.patch, now });
    else this.#toClient.push({ type: 'happened', happening: message.happening, now });
  });

  feed(event: BoardEvent): void {
    const { state, effects } = stepBoard(this.state, event);
    this.state = state;
    for (const effect of effects) {
      if (effect.kind === 'announce') this.announced.push(effect.happening);
      if (effect.kind === 'ask') this.#toServer.push(effect);
    }
  }

  connect(): void {
    if (this.connected) return;
    this.connected = true;
    this.feed({ type: 'connected', now });
  }

  /** Whatever was under way is lost. */
  disconnect(): void {
    this.connected = false;
    this.#toClient = [];
    this.#toServer = [];
    this.feed({ type: 'disconnected' });
  }

  serve(): void {
    const effect = this.#toServer.shift();
    if (!effect) return;
    const answer = this.board.answer(effect.body);
    this.#toClient.push({ type: 'answered', request: effect.request, answer, now });
  }

  deliver(): void {
    const event = this.#toClient.shift();
    if (event) this.feed(event);
  }

  /** A wire that loses or doubles: not TCP, but what a broken proxy or a fault could do. */
  lose(): void {
    const index = this.#toClient.findIndex(({ type }) => type === 'patched');
    if (index >= 0) this.#toClient.splice(index, 1);
  }

  double(): void {
    const event = this.#toClient.find(({ type }) => type !== 'answered');
    if (event) this.#toClient.unshift(event);
  }

  beat(): void {
    const beat = { board: 'b', epoch: this.board.epoch, seq: this.board.seq, at: '' };
    if (this.connected) this.#toClient.push({ type: 'beaten', beat, now });
  }

  settle(): void {
    this.connect();
    for (const name of topics) this.board.change(name, 'last', 1, 0);
    for (const name of topics) this.board.flush(name);
    this.beat();
    while (this.#toClient.length > 0 || this.#toServer.length > 0) {
      this.serve();
      this.deliver();
    }
  }
}

const key = fc.constantFrom('a', 'b', 'c');
const topic = fc.constantFrom(...topics);
const commands = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constant('change' as const), topic, key, fc.nat(9)) },
    { weight: 3, arbitrary: fc.tuple(fc.constant('flush' as const), topic) },
    { weight: 8, arbitrary: fc.constant(['deliver' as const] as const) },
    { weight: 4, arbitrary: fc.constant(['serve' as const] as const) },
    { weight: 1, arbitrary: fc.constant(['connect' as const] as const) },
    { weight: 1, arbitrary: fc.constant(['disconnect' as const] as const) },
    { weight: 1, arbitrary: fc.constant(['lose' as const] as const) },
    { weight: 1, arbitrary: fc.constant(['double' as const] as const) },
    { weight: 1, arbitrary: fc.constant(['beat' as const] as const) },
  ),
  { maxLength: 120 },
);
type Command = (typeof commands extends fc.Arbitrary<infer All> ? All : never) extends (infer One)[]
  ? One
  : never;

function perform(world: World, command: Command): void {
  if (command[0] === 'change') {
    const [, name, row, value] = command;
    return world.board.change(name, row, value === 0 ? null : value, value % 3);
  }
  if (command[0] === 'flush') return world.board.flush(command[1]);
  world[command[0]]();
}

const start = () => {
  const world = new World();
  world.feed({ type: 'wanted', topics: wanted, now });
  world.connect();
  return world;
};

function expectEqual(world: World): void {
  expect(world.state.name).toBe('live');
  for (const [name, { rows }] of world.board.topics)
    expect(world.state.topics.get(name)?.rows).toEqual(rows);
}

it('[SY12] whatever is interleaved, lost or doubled, the client ends equal to the server', () => {
  fc.assert(
    fc.property(commands, (all) => {
      const world = start();
      for (const command of all) perform(world, command);
      world.settle();
      expectEqual(world);
    }),
    { numRuns: 400 },
  );
});

it('[SY12] a new epoch at any moment is followed', () => {
  fc.assert(
    fc.property(commands, commands, (before, after) => {
      const world = start();
      for (const command of before) perform(world, command);
      world.board.restore();
      for (const command of after) perform(world, command);
      world.settle();
      expectEqual(world);
      expect(world.state.epoch).toBe(world.board.epoch);
    }),
    { numRuns: 200 },
  );
});

it('[SY13] every happening after the first answer is announced once, in order', () => {
  fc.assert(
    fc.property(commands, (all) => {
      const world = start();
      world.serve();
      world.deliver();
      for (const command of all) perform(world, command);
      world.settle();
      const told = ({ seq, n }: Happening) => `${seq}.${n}`;
      expect(world.announced.map(told)).toEqual(world.board.happenings.map(told));
    }),
    { numRuns: 2000 },
  );
});

it('[SY2] a patch is applied whole: rows it removes are gone', () => {
  const world = start();
  world.board.change('records', 'a', 1, 0);
  world.settle();
  const removal: Patch = {
    board: 'b',
    epoch: 'e1',
    topic: 'records',
    from: world.board.seq,
    to: world.board.seq + 1,
    remove: ['a'],
  };
  world.feed({ type: 'patched', patch: removal, now });
  expect(world.state.topics.get('records')?.rows.has('a')).toBe(false);
});
