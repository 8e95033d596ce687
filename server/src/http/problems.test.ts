import { problemSchema } from '@emulation/shared';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../errors/catalogue.ts';
import { LedgerUnavailable } from '../ledger/ledger.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { read, TestServer, type Answered, type Call } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterAll(() => server.close());

function expectProblem(answer: Answered, status: number, kind: keyof typeof catalogue) {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = read(problemSchema, answer);
  expect(problem).toMatchObject({ status, kind, title: catalogue[kind].title });
  expect(problem.type).toBe(`/docs/errors#${kind}`);
}

describe('every error is a problem document', () => {
  const posting = (call: Call) => server.board('/works/results', { method: 'POST', ...call });
  const json = { 'content-type': 'application/json' };

  it('[HT11] an unknown address is 404, also outside the API', async () => {
    expectProblem(await server.call('/api/v1/nothing'), 404, 'not-found');
    expectProblem(await server.call('/api/v2'), 404, 'not-found');
    expectProblem(await server.call('/assets/gone.js'), 404, 'not-found');
    expectProblem(await server.call('/..%2f..%2fpackage.json'), 404, 'not-found');
    expectProblem(await server.call('/anything', { method: 'POST' }), 404, 'not-found');
  });

  it('[HT11] a wrong method is 405 and names the right ones', async () => {
    const answer = await server.board('/works/results', { method: 'PUT', body: {} });
    expectProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it.each(['{', '', 'null x', '{"a":1}}', '{"__proto__":{}}'])(
    '[HT11] a body that is not JSON is 400: %j',
    async (raw) => {
      const answer = await posting({ raw, headers: json });
      expect(answer.status).toBe(400);
      if (raw !== '') expectProblem(answer, 400, 'malformed-json');
    },
  );

  it.each(['[]', '"text"', '12', 'null'])(
    '[HT11] a body that is no object is 400: %s',
    async (raw) => {
      expectProblem(await posting({ raw, headers: json }), 400, 'invalid');
    },
  );

  it.each(['text/plain', 'text/csv', 'application/x-www-form-urlencoded', 'application/xml'])(
    '[HT11] a body of type %s is 415',
    async (type) => {
      const answer = await posting({ raw: 'unit=alpha', headers: { 'content-type': type } });
      expectProblem(answer, 415, 'wrong-content-type');
    },
  );

  it('[HT11] a body above 1 MiB is 413, whether or not it says its length', async () => {
    const raw = JSON.stringify({ note: 'x'.repeat(1_100_000) });
    expectProblem(await posting({ raw, headers: json }), 413, 'too-large');
  });

  it('[HT11] an address that cannot be decoded is 400', async () => {
    expectProblem(await server.call('/api/v1/boards/%zz'), 400, 'malformed-request');
  });

  it.each([
    ['400', 'NONSENSE\r\n\r\n'],
    ['431', `GET / HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(40_000)}\r\n\r\n`],
  ])('[HT11] what is no HTTP is %s', async (status, bytes) => {
    const { port } = new URL(server.listening.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket.on('end', () => resolve(text)).on('error', reject);
    });
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
  });

  it('[HT11] who must wait is told how long, who must sign in is told how', async () => {
    const answer = await posting({ body: {}, as: 'anonymous' });
    expectProblem(answer, 401, 'sign-in-required');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });
});

/** A ledger that reads and does not write until it is told to. */
class FullLedger extends MemoryLedger {
  isFull = false;
  override append(request: Parameters<MemoryLedger['append']>[0]) {
    if (this.isFull) return Promise.reject(new LedgerUnavailable('disk full', 3));
    return super.append(request);
  }
}

it('[HT22] while the ledger takes nothing posts are 503, reading goes on, and it heals', async () => {
  const ledger = new FullLedger();
  const full = await TestServer.start({}, { ledger });
  await full.openWorks();
  const body = { unit: 'alpha', metric: 'output', value: 1 };
  ledger.isFull = true;
  const refused = await full.post(body, 'key');
  expectProblem(refused, 503, 'ledger-unavailable');
  expect(refused.headers.get('retry-after')).toBe('3');
  expect((await full.board('/works/rankings?metric=output')).status).toBe(200);
  ledger.isFull = false;
  expect((await full.post(body, 'key')).status).toBe(201);
  await full.close();
});

/** A ledger with a bug. */
class BrokenLedger extends MemoryLedger {
  override append(): never {
    throw new TypeError('secret detail of a bug');
  }
}

it('[HT11] a bug is 500 and says nothing of itself', async () => {
  const broken = await TestServer.start({}, { ledger: new BrokenLedger() });
  await broken.board('', {
    body: { id: 'works', name: 'Works', timeZone: 'UTC', visibility: 'public' },
  });
  const answer = await broken.board('/works/sectors/a', { method: 'PUT', body: { name: 'A' } });
  expectProblem(answer, 500, 'internal');
  expect(answer.text).not.toContain('secret');
  await broken.close();
});
