import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@emulation/client-sdk';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LiveClient } from '../gateway/testing/live-client.ts';
import { stewardToken, TestClock, TestServer } from '../http/testing/test-server.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
}
interface Sent {
  resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
}

class MachineClock extends TestClock {
  override now(): number {
    return Date.now();
  }
}

let collector: Server;
let endpoint: string;
const spans: Span[] = [];
const closing: (() => unknown)[] = [];

beforeEach(async () => {
  spans.length = 0;
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sent = JSON.parse(Buffer.concat(chunks).toString()) as Sent;
      for (const { scopeSpans } of sent.resourceSpans)
        for (const scope of scopeSpans) spans.push(...scope.spans);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  // It listens on TCP.
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  collector.closeAllConnections();
  collector.close();
});

async function openWorks(env: Record<string, string>): Promise<TestServer> {
  const server = await TestServer.start(env, {}, new MachineClock());
  closing.push(() => server.close());
  await server.openWorks();
  return server;
}

async function openWall(server: TestServer): Promise<LiveClient> {
  const wall = new LiveClient(server.listening.url, { auth: { kind: 'display' } });
  closing.push(() => wall.close());
  await (await wall.connected()).watch('works', ['feed']);
  return wall;
}

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';

async function postAndShow(server: TestServer, wall: LiveClient): Promise<unknown> {
  const { body } = await server.board('/works/results', {
    body: { unit: 'alpha', metric: 'output', value: 12 },
    headers: { traceparent: `00-${traceId}-${spanId}-01` },
  });
  const { seq } = body as { seq: number };
  await vi.waitFor(() => expect(wall.happenings.map((one) => one.seq)).toContain(seq), 10_000);
  const shownAt = new Date().toISOString();
  const shown = [{ epoch: wall.epoch, seq, sinceArrivalMs: 30, shownAt }];
  const screen = { width: 1920, height: 1080 };
  const report = { board: 'works', id: 'k3v9x2m4q8w1z7t5', build: 'b', scene: 'records', screen };
  expect(await wall.ask('display', { ...report, shown })).toMatchObject({ ok: true });
  return wall.happenings.find((one) => one.seq === seq);
}

const namesOf = () => spans.filter((span) => span.traceId === traceId).map(({ name }) => name);

it.each([
  ['0', ['commit', 'fan-out', 'fold', 'relay', 'screen']],
  ['1', ['commit', 'fan-out', 'fan-out', 'fold', 'fold', 'relay', 'screen']],
])('[TR1] with %s workers one trace goes from the request to the screen', async (count, parts) => {
  const server = await openWorks({ GATEWAYS: count, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  const wall = await openWall(server);
  expect(await postAndShow(server, wall)).toMatchObject({
    traceparent: expect.stringContaining(`00-${traceId}-`),
  });
  await vi.waitFor(() => expect(namesOf()).toContain('screen'), 10_000);
  const post = 'POST /api/v1/boards/:board/results';
  await vi.waitFor(() => expect(namesOf().toSorted()).toEqual([post, ...parts]), 10_000);
  const root = spans.find(({ name }) => name === post);
  expect(root?.parentSpanId).toBe(spanId);
  expect(spans.find(({ name }) => name === 'commit')?.parentSpanId).toBe(root?.spanId);
});

it('[TR3] what comes from a phone begins at the tap, however long it waited there', async () => {
  const server = await openWorks({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  const post = (sinceTap: string, value: number) =>
    server.board('/works/results', {
      body: { unit: 'alpha', metric: 'output', value },
      headers: { 'since-tap-ms': sinceTap },
    });
  // As the page posts, by the client package.
  const page = createClient({ origin: server.listening.url, token: stewardToken });
  await page.postResult('works', { unit: 'alpha', metric: 'output', value: '9' }, 'k', 90_000);
  // Neither a wrong clock nor nonsense makes a span.
  for (const [at, sinceTap] of ['-5', 'soon', '1e15'].entries())
    expect((await post(sinceTap, at + 1)).status).toBe(201);
  const posts = () => spans.filter(({ name }) => name.startsWith('POST'));
  await vi.waitFor(() => expect(posts()).toHaveLength(4), 10_000);
  const phones = spans.filter(({ name }) => name === 'phone');
  expect(phones).toHaveLength(1);
  const [phone] = phones;
  const tookMs = (Number(phone?.endTimeUnixNano) - Number(phone?.startTimeUnixNano)) / 1e6;
  expect(tookMs).toBeCloseTo(90_000, -1);
  expect(posts().map((span) => span.parentSpanId || undefined)).toContain(phone?.spanId);
});

it('[TR2] without an endpoint nothing is traced, and happenings say nothing of it', async () => {
  const server = await openWorks({});
  const wall = await openWall(server);
  expect(await postAndShow(server, wall)).not.toHaveProperty('traceparent');
  expect(spans).toEqual([]);
});

it('[TR2] a collector that is away disturbs nothing', async () => {
  const server = await openWorks({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
  const wall = await openWall(server);
  expect(await postAndShow(server, wall)).toHaveProperty('traceparent');
});
