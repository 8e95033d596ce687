import { viewedTopics } from '@emulation/shared';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { eventNames } from '../../gateway/packet.ts';
import { LiveClient } from '../../gateway/testing/live-client.ts';
import { callers, outside, refusalFor, type Caller, type May } from './testing/row.ts';
import { events, topics } from './testing/rows/live.ts';
import {
  boards,
  startWalkedServer,
  type Board,
  type WalkedServer,
} from './testing/walked-server.ts';

// Thousands of requests, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let walked: WalkedServer;
const clients = new Map<string, LiveClient>();
const clientOf = (board: Board, caller: Caller): LiveClient => {
  const client = clients.get(`${board} ${caller}`);
  if (!client) throw new Error(`${caller} is not connected`);
  return client;
};

beforeAll(async () => {
  walked = await startWalkedServer();
  const { url } = walked.server.listening;
  const connect = async (board: Board, caller: Caller) => {
    const { authorization, ...extraHeaders } = walked.callers[board][caller];
    const token = authorization?.replace('Bearer ', '');
    const auth = token === undefined ? {} : { token };
    const client = new LiveClient(url, { extraHeaders, auth });
    clients.set(`${board} ${caller}`, await client.connected());
  };
  await Promise.all(boards.flatMap((board) => callers.map((caller) => connect(board, caller))));
});
afterAll(async () => {
  for (const client of clients.values()) client.close();
  await walked.close();
});

type Told = { ok: boolean; kind?: string };

function expected(may: May, board: Board, caller: Caller): string {
  const place = '/:board';
  const refusal = refusalFor(caller, place, board === 'works' ? 'public' : 'private');
  if (may[caller] !== undefined && (refusal !== 'unknown-board' || caller in anyway(may)))
    return 'ok';
  return refusal === 'unknown-board' ? 'not-found' : 'unknown-topic';
}
/** Where really everybody may, nothing of the board is told. */
const anyway = (may: May): May => (callers.every((caller) => caller in may) ? may : {});

/** What somebody got that is not said of them. */
async function surprises(may: May, event: string, say: object): Promise<string[]> {
  const asks = boards.flatMap((board) =>
    callers.map(async (caller) => {
      const client = clientOf(board, caller);
      const told = (await client.ask(event, { board, ...say })) as Told;
      const outcome = told.ok ? 'ok' : told.kind;
      if (outcome !== expected(may, board, caller)) return [`${board} ${caller}: ${outcome}`];
      if (outcome !== 'not-found') return [];
      const nowhere = await client.ask(event, { board: 'nowhere', ...say });
      const isSame = JSON.stringify(told) === JSON.stringify(nowhere);
      return isSame ? [] : [`${board} ${caller}: told of what is not theirs to see`];
    }),
  );
  return (await Promise.all(asks)).flat();
}

it('[SE5] every event and every topic has its row', () => {
  expect([...eventNames].toSorted()).toEqual(Object.keys(events).toSorted());
  const told = ['feed', 'presence', ...viewedTopics];
  expect(told.toSorted()).toEqual(Object.keys(topics).toSorted());
});

it.each(Object.entries(events))('[SE5] everybody says %s', async (event, { say, may }) => {
  expect(await surprises(may, event, say)).toEqual([]);
});

it('[SE5] everybody watches every topic', async () => {
  for (const [topic, { id = '', may }] of Object.entries(topics))
    expect([topic, ...(await surprises(may, 'watch', { topics: [topic + id] }))]).toEqual([topic]);
});

it('[SE5] of what happens on a board nobody hears who may not see it', async () => {
  for (const caller of callers)
    await clientOf('secret', caller).ask('watch', { board: 'secret', topics: ['feed', 'records'] });
  const count = (caller: Caller) => {
    const { happenings, patches, beats } = clientOf('secret', caller);
    return [...happenings, ...patches, ...beats].filter(({ board }) => board === 'secret').length;
  };
  await walked.server.post(
    { unit: 'alpha', metric: 'output', value: '99.00' },
    undefined,
    'secret',
  );
  await expect.poll(() => clientOf('secret', 'spectator').happenings.length).toBeGreaterThan(0);
  for (const caller of outside) expect([caller, count(caller)]).toEqual([caller, 0]);
});
