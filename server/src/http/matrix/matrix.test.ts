import { batchAnswerSchema } from '@emulation/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCallers } from './testing/callers.ts';
import { areas } from './testing/rows/rows.ts';
import { callers, outside, type Caller, type Row } from './testing/row.ts';
import {
  addressOf,
  ask,
  askersOf,
  expectedOf,
  outcomeOf,
  reads,
  send,
  sentBy,
  type Asked,
} from './testing/walk.ts';
import { boards, startWalkedServer, type WalkedServer } from './testing/walked-server.ts';

// Thousands of requests, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let walked: WalkedServer;
beforeAll(async () => {
  walked = await startWalkedServer();
  // What a row puts is there already: whoever may puts it again.
  for (const asked of asksOf(all).filter(
    ({ name, row }) => name.startsWith('PUT') && row.may.token === 200,
  ))
    await ask(walked, asked, 'token');
});
afterAll(() => walked.close());

const all = Object.values(areas).flatMap((rows) => Object.entries(rows));
const isOfBoard = (name: string) => name.includes('/:board');
/** A route without a board is asked once. */
const placesOf = (name: string) => (isOfBoard(name) ? boards : (['works'] as const));
const asksOf = (rows: readonly (readonly [string, Row])[]): Asked[] =>
  rows.flatMap(([name, row]) => placesOf(name).map((board) => ({ name, row, board })));

/** Guesses are counted by address: nobody waits for those of another. */
const forgetGuesses = () => walked.server.clock.advance(600_000);

/** What somebody got that the row does not say. */
async function surprise(asked: Asked, caller: Caller, on = walked): Promise<string[]> {
  const outcome = outcomeOf(await ask(on, asked, caller));
  const expected = expectedOf(asked, caller);
  if (outcome === expected) return [];
  return [`${asked.name} of ${asked.board}: ${caller} gets ${outcome}, not ${expected}`];
}

it('[SE1] every route has its row, and every row its route', () => {
  // The page of the API is files, for anybody.
  const routes = walked.routes.filter((name) => !name.startsWith('GET /docs'));
  expect(routes.length).toBeGreaterThan(150);
  expect(routes.toSorted()).toEqual(all.map(([name]) => name).toSorted());
});

describe('everybody asks everything', () => {
  it.each(Object.entries(areas))('[SE1] %s', async (_, rows) => {
    const surprises: string[] = [];
    for (const asked of asksOf(Object.entries(rows))) {
      if (asked.row.endsSession) continue;
      forgetGuesses();
      const asks = askersOf(asked).map((caller) => surprise(asked, caller));
      surprises.push(...(await Promise.all(asks)).flat());
    }
    expect(surprises).toEqual([]);
  });

  it('[SE1] what ends a session', async () => {
    const surprises: string[] = [];
    for (const asked of asksOf(all).filter(({ row }) => row.endsSession)) {
      const others = { ...walked, callers: await createCallers(walked.server, walked.ledger) };
      for (const caller of callers) surprises.push(...(await surprise(asked, caller, others)));
    }
    // Signing everybody out has signed out those who asked before, too.
    walked = { ...walked, callers: await createCallers(walked.server, walked.ledger) };
    expect(surprises).toEqual([]);
  });
});

/** All of an answer but when it was given. */
async function bytesOf(asked: Asked, caller: Caller, as?: string) {
  const { headers, ...answer } = await ask(walked, asked, caller, as);
  return JSON.stringify({ ...answer, headers: { ...headers, date: '' } });
}

it('[SE2] an unseen board answers with the bytes of one that does not exist, whatever is asked', async () => {
  const differences: string[] = [];
  for (const asked of asksOf(all).filter(({ board }) => board === 'secret'))
    for (const caller of outside) {
      const secret = await bytesOf(asked, caller);
      const nowhere = await bytesOf(asked, caller, 'nowhere');
      if (secret !== nowhere) differences.push(`${asked.name} ${caller}: ${secret} but ${nowhere}`);
    }
  expect(differences).toEqual([]);
});

/** As a browser sends them for a page of another site: a script, or a form in its three forms. */
const types = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
];

it('[SE3] no write can be sent by a page of another site, in any form a browser sends', async () => {
  const sent: string[] = [];
  for (const asked of asksOf(all).filter(({ name, board }) => !reads(name) && board === 'works'))
    for (const type of types) {
      const { payload = '{}' } = sentBy(asked, 'operator');
      const origin = 'https://elsewhere.example';
      const { cookie = '' } = walked.callers.works.operator;
      for (const from of [{ origin }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
        const headers = { ...from, cookie, 'content-type': type };
        const answer = await send(walked, asked, addressOf(asked, walked), { headers, payload });
        const outcome = outcomeOf(answer);
        if (outcome !== 'foreign-origin') sent.push(`${asked.name} as ${type}: ${outcome}`);
      }
    }
  expect(sent).toEqual([]);
});

/** Fields that the server alone sets. */
const notTheirs = ['role', 'seq', 'actor', 'board', 'epoch', 'hash', 'receivedAt', 'operator'];

it('[SE4] a field that a caller may not set is refused by every body there is', async () => {
  const taken: string[] = [];
  for (const asked of asksOf(all).filter(({ row, board }) => row.body && board === 'works'))
    for (const field of notTheirs) {
      const body = { ...asked.row.body };
      if (field in body) continue;
      forgetGuesses();
      const row = { ...asked.row, body: { ...body, [field]: 'steward' } };
      const answer = await ask(walked, { ...asked, row }, 'operator');
      const outcome = outcomeOf(answer);
      if (outcome !== 'invalid') taken.push(`${asked.name} ${field}: ${outcome}`);
    }
  expect(taken).toEqual([]);
});

/** `HEAD` is not written as a route of its own: the framework answers it wherever there is a `GET`. */
it('[SE7] HEAD answers everybody as GET does, and with nothing but the head', async () => {
  const differences: string[] = [];
  const rows = asksOf(all).filter(
    ({ name, row }) => reads(name) && !row.isHeavy && !row.endsSession,
  );
  for (const asked of rows)
    for (const caller of ['anonymous', 'leader', 'stewardElsewhere', 'posterElsewhere'] as const) {
      forgetGuesses();
      const got = await ask(walked, asked, caller);
      const head = await ask(walked, { ...asked, name: asked.name.replace('GET', 'HEAD') }, caller);
      if (head.text !== '') differences.push(`${asked.name} ${caller}: a body`);
      // Where it is not answered at all nothing is told, either.
      if (head.status !== got.status && ![404, 405].includes(head.status))
        differences.push(
          `${asked.name} of ${asked.board} ${caller}: ${head.status}, ${got.status}`,
        );
    }
  expect(differences).toEqual([]);
});

it('[SE1] of a batch each result is decided on by itself', async () => {
  const result = { unit: 'alpha', metric: 'output', value: '9.00' };
  const results = [result, { ...result, unit: 'beta' }].map((one, at) => ({
    ...one,
    idempotencyKey: `apart-${at}`,
  }));
  const name = 'POST /api/v1/boards/:board/results/batch';
  const statuses = async (caller: Caller) => {
    const row = { body: { results }, may: {} };
    const { text } = await ask(walked, { name, row, board: 'works' }, caller);
    const { results: told } = batchAnswerSchema.parse(JSON.parse(text));
    return told.map(({ status }) => status);
  };
  expect(await statuses('leader')).toEqual([201, 403]);
  expect(await statuses('otherLeader')).toEqual([403, 201]);
  expect(await statuses('poster')).toEqual([200, 200]);
});
