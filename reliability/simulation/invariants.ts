import { isDeepStrictEqual } from 'node:util';
import {
  applyToSights,
  createSights,
  createView,
  dumpBoard,
  type Applied,
  type BoardState,
  type Entry,
  type Happening,
} from '@emulation/shared';
import type { SimClient } from './sim-client.ts';
import type { World } from './world.ts';

/** What the ledger holds, and all that follows from it. */
interface Truth {
  entries: Entry[];
  state: BoardState;
  applied: Map<number, Applied>;
  /** As they travel, in order. */
  happenings: readonly Told[];
  /** The rows of a topic, as they travel. */
  rowsOf: (topic: string) => string;
}

interface Told {
  seq: number;
  place: string;
  text: string;
}

/** What is sent once is one object for all who hear it. */
const written = new WeakMap<Happening, Told>();

function toldOf(happening: Happening): Told {
  const { seq, n } = happening;
  const told = written.get(happening) ?? {
    seq,
    place: `${seq}.${n}`,
    text: JSON.stringify(happening),
  };
  written.set(happening, told);
  return told;
}

const textOf = (rows: Iterable<[string, unknown]>) =>
  JSON.stringify([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));

const isSame = (one: readonly Told[], other: readonly Told[]) =>
  one.length === other.length && one.every(({ text }, at) => text === other[at]?.text);

async function readTruth(world: World): Promise<Truth> {
  const entries = await world.store.committed.read('plant', 0, 1_000_000);
  const sights = createSights('plant');
  const applied = new Map<number, Applied>();
  for (const entry of entries) applied.set(entry.seq, applyToSights(sights, entry).full);
  const happenings = [...applied.values()].flatMap((one) => one.happenings.map(toldOf));
  const state = sights.full;
  const known = new Map<string, string>();
  const rowsOf = (topic: string) => {
    const text = known.get(topic) ?? textOf(createView(state, topic)?.rows(world.time.now) ?? []);
    known.set(topic, text);
    return text;
  };
  return { entries, state, applied, happenings, rowsOf };
}

function* checkPosts({ asked, acknowledged }: World, { entries, applied }: Truth) {
  const places = new Map<string, number[]>();
  for (const { fact, seq } of entries)
    if (fact.type === 'result.posted' && fact.note !== undefined)
      places.set(fact.note, [...(places.get(fact.note) ?? []), seq]);
  for (const [at, { seq }] of entries.entries())
    if (seq !== at + 1) yield `the ledger has ${seq} at place ${at + 1}`;
  for (const key of asked) {
    const found = places.get(key) ?? [];
    const answer = acknowledged.get(key);
    if (found.length > 1) yield `${key} is in the ledger ${found.length} times`;
    if (!answer) yield `${key} was never acknowledged`;
    else if (found[0] !== answer.seq)
      yield `${key} was acknowledged at ${answer.seq} and is at ${found.join()}`;
    else if (!isDeepStrictEqual(answer.records, applied.get(answer.seq)?.outcome?.records))
      yield `${key} was answered with other records than the ledger makes`;
  }
}

function* checkNodes({ nodes, lives }: World, truth: Truth) {
  for (const [at, node] of nodes.entries()) {
    const { host } = node;
    if (!host || host.state.seq !== truth.state.seq)
      yield `node ${at} is at ${host?.state.seq}, the ledger at ${truth.state.seq}`;
    else if (!isDeepStrictEqual(dumpBoard(host.state), dumpBoard(truth.state)))
      yield `node ${at} holds another board than the ledger makes`;
    for (const line of node.log.lines)
      if (/failed|cannot be folded/.test(line)) yield `node ${at} says: ${line}`;
  }
  for (const { node, told } of lives) {
    let next = told[0]?.from ?? 0;
    for (const { from, to, happenings } of told) {
      if (from !== next) yield `${node} told ${from} to ${to} after ${next - 1}`;
      next = to + 1;
      const expected = truth.happenings.filter(({ seq }) => seq >= from && seq <= to);
      if (!isSame(happenings.map(toldOf), expected))
        yield `${node} told other happenings of ${from} to ${to} than the ledger makes`;
    }
  }
}

function* checkTopics(client: SimClient, { state, rowsOf }: Truth) {
  const { name, epoch, wanted, topics } = client.state;
  if (name !== 'live' || epoch !== state.epoch) {
    yield `${client.name} is ${name}`;
    return;
  }
  for (const topic of wanted) {
    if (topic === 'feed') continue;
    const held = topics.get(topic);
    if (textOf(held?.rows ?? []) !== rowsOf(topic))
      yield `${client.name} holds other rows of ${topic} at ${held?.seq} than the ledger makes`;
  }
}

/** What was heard while the first answer was under way may be announced, too; never twice. */
function* checkFeed({ name, feedFrom = 0, announced }: SimClient, { happenings }: Truth) {
  const told = announced.map(toldOf);
  const begun = told.findIndex(({ seq }) => seq > feedFrom);
  const early = new Set((begun < 0 ? told : told.slice(0, begun)).map(({ text }) => text));
  const expected = happenings.filter(({ seq, text }) => seq > feedFrom || early.has(text));
  if (isSame(told, expected)) return;
  const heard = told.map(({ place }) => place);
  const missed = expected.map(({ place }) => place).filter((place) => !heard.includes(place));
  const about = `from ${feedFrom} it was told ${heard.join(' ')}; missed: ${missed.join(' ')}`;
  yield `${name} was told otherwise than the ledger makes: ${about}`;
}

/** What is wrong when all is quiet; nothing, if every promise was kept. */
export async function findViolations(world: World): Promise<string[]> {
  const truth = await readTruth(world);
  const found = [...world.violations];
  found.push(...checkPosts(world, truth), ...checkNodes(world, truth));
  for (const client of world.clients)
    found.push(...checkTopics(client, truth), ...checkFeed(client, truth));
  return found;
}

/** A quick look at whether everybody has come to the ledger's end. */
export function isQuiet({ store, nodes, clients }: World): boolean {
  const seq = store.heads.get('plant')?.seq;
  const are = nodes.every((node) => node.isUp && node.host?.state.seq === seq);
  return are && clients.every(({ state, socket }) => state.name === 'live' && socket.wire?.isSound);
}
