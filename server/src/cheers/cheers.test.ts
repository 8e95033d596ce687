import {
  cheersAnswerSchema,
  postedAnswerSchema,
  type CheerAnswer,
  type Patch,
} from '@emulation/shared';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import type { StoredEntry } from '../ledger/ledger.ts';
import { read, TestServer } from '../http/testing/test-server.ts';
import { addCheer, createCounts, placeFor, subtract } from './counts.ts';

/** Two servers after one another stand on it. */
class LastingLedger extends MemoryLedger {
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

const ledger = new LastingLedger();
let server: TestServer;
let result: string;
const sockets: Socket[] = [];

async function connect(): Promise<Socket> {
  const socket = io(server.listening.url, { transports: ['websocket'] });
  sockets.push(socket);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return socket;
}

const cheer = async (socket: Socket, about: object): Promise<CheerAnswer> =>
  (await socket.emitWithAck('cheer', { board: 'works', ...about })) as CheerAnswer;

const counts = async (from = server) => {
  const answer = await from.board('/works/cheers', { as: 'anonymous' });
  const { rows } = read(cheersAnswerSchema, answer);
  return Object.fromEntries(rows.map(({ kind, id, count }) => [`${kind}:${id}`, count]));
};

beforeAll(async () => {
  server = await TestServer.start({}, { ledger });
  await server.openWorks();
  await server.openWorks('closed', 'private');
  const posted = await server.post({ unit: 'alpha', metric: 'output', value: 10 });
  result = read(postedAnswerSchema, posted).id;
});

afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await server.close();
});

describe('cheers', () => {
  it('[CH1] a tap counts at once, and those who watch are told together, about once a second', async () => {
    const watcher = await connect();
    const heard: Patch[] = [];
    watcher.on('patch', (patch: Patch) => heard.push(patch));
    await watcher.emitWithAck('watch', { board: 'works', topics: ['cheers'] });
    const fan = await connect();
    const began = performance.now();
    for (let tap = 0; tap < 5; tap++)
      expect(await cheer(fan, { unit: 'alpha' })).toEqual({ ok: true });
    expect(await cheer(fan, { result })).toEqual({ ok: true });
    expect(await counts()).toEqual({ 'unit:alpha': 5, [`result:${result}`]: 1 });
    await expect
      .poll(() => heard.at(-1)?.set?.[`result:${result}`], { timeout: 10_000 })
      .toEqual({ kind: 'result', id: result, count: 1 });
    expect(heard.length).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - began) / 1000));
  });

  it('[CH2] what is not there, or may not be seen, is refused, and so is too much', async () => {
    const fan = await connect();
    const kindOf = async (about: object) => {
      const answer = await cheer(fan, about);
      return answer.ok ? 'ok' : `${answer.kind} ${answer.detail}`;
    };
    expect(await kindOf({ unit: 'nobody' })).toContain('unknown-unit unit:');
    expect(await kindOf({ result: 'none' })).toContain('unknown-result result:');
    expect(await kindOf({})).toContain('invalid unit: name a unit or a result');
    expect(await kindOf({ unit: 'alpha', result })).toContain('invalid unit:');
    expect(await kindOf({ board: 'closed', unit: 'alpha' })).toBe(
      await kindOf({ board: 'nowhere', unit: 'alpha' }),
    );
    const many = await Promise.all(Array.from({ length: 20 }, () => kindOf({ unit: 'beta' })));
    expect(many.filter((kind) => kind.startsWith('too-many')).length).toBeGreaterThan(5);
  });

  it('[CH3] the ledger holds sums and nobody, and a restart loses none', async () => {
    const before = await counts();
    for (const socket of sockets) socket.disconnect();
    await server.close();
    server = await TestServer.start({}, { ledger });
    expect(await counts()).toEqual(before);
    const lines = (await server.board('/works/ledger?since=0')).text.trim().split('\n');
    const facts = lines
      .map((line) => JSON.parse(line) as StoredEntry)
      .filter(({ fact }) => fact.type === 'cheers.counted');
    expect(facts.map(({ actor, fact }) => [actor, Object.keys(fact).sort()])).toEqual([
      ['system:cheers', ['results', 'type', 'units']],
    ]);
  });
});

describe('counts that wait', () => {
  it('[CH4] are bounded, and what came while others were written stays', () => {
    const waiting = createCounts();
    for (let unit = 0; unit < 1000; unit++)
      expect(addCheer(waiting, { unit: `u${unit}` })).toBe(true);
    expect(addCheer(waiting, { unit: 'one more' })).toBe(false);
    const taken = { units: new Map(waiting.units), results: new Map(waiting.results) };
    addCheer(waiting, { unit: 'u1' });
    subtract(waiting, taken);
    expect([...waiting.units]).toEqual([['u1', 1]]);
  });

  it('[CH4] of what is hidden stand nowhere in the public sight', () => {
    const waiting = {
      units: new Map(),
      results: new Map([
        [7, 2],
        [9, 3],
      ]),
    };
    expect([...placeFor(waiting, (at) => (at === 9 ? 8 : undefined)).results]).toEqual([[8, 3]]);
  });
});
