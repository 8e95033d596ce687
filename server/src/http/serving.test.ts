import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { happeningKindSchema } from '@emulation/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TestServer } from './testing/test-server.ts';

let server: TestServer;
let parent: string;
let folder: string;
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'board-client-'));
  folder = join(parent, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<title>board</title><p>client</p>');
  writeFileSync(join(folder, 'sw.js'), 'keep()');
  writeFileSync(join(folder, 'manifest.webmanifest'), '{"name":"board"}');
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), 'hello()');
  server = await TestServer.start({}, { dist: folder });
  await server.openWorks();
});
afterAll(async () => {
  await server.close();
  rmSync(parent, { recursive: true });
});

describe('the client', () => {
  it.each(['/', '/b/works', '/b/works/wall', '/b/works/u/alpha', '/setup', '/start'])(
    '[HT23] the address %s is its page, asked for anew each time',
    async (path) => {
      const answer = await server.call(path);
      // What stands in its head is that of the view.
      expect([answer.status, answer.text]).toEqual([200, expect.stringMatching(/<p>client<\/p>$/)]);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it.each([
    ['/sw.js', 'javascript'],
    ['/manifest.webmanifest', 'application/manifest+json'],
  ])(
    '[HT23] %s is asked for anew each time, or a new build would not be noticed',
    async (path, type) => {
      const answer = await server.call(path);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-type')).toContain(type);
      expect(answer.headers.get('content-security-policy')).toContain("worker-src 'self'");
    },
  );

  it('[HT23] hashed files are kept for ever', async () => {
    const answer = await server.call('/assets/app-1a2b3c.js');
    expect([answer.status, answer.text]).toEqual([200, 'hello()']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['br', brotliCompressSync('packed()')],
    ['gzip', gzipSync('packed()')],
  ])(
    '[HT23] who takes %s gets the copy that the build has compressed',
    async (encoding, packed) => {
      const path = join(folder, 'assets', 'packed-1a2b3c.js');
      writeFileSync(path, 'packed()');
      writeFileSync(path + (encoding === 'br' ? '.br' : '.gz'), packed);
      const headers = { 'accept-encoding': encoding };
      const answer = await server.call('/assets/packed-1a2b3c.js', { headers });
      expect(answer.text).toBe('packed()');
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('content-length')).toBe(String(packed.length));
      expect(answer.headers.get('content-type')).toContain('javascript');
      expect(answer.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
      const plain = await server.call('/assets/packed-1a2b3c.js', {
        headers: { 'accept-encoding': 'identity' },
      });
      expect([plain.text, plain.headers.get('content-encoding')]).toEqual(['packed()', null]);
      expect(plain.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    },
  );

  it('[HT23] folders and what lies outside are nothing', async () => {
    writeFileSync(join(folder, '..', 'outside.txt'), 'outside');
    for (const path of ['/..%2foutside.txt', '/assets/..%2f..%2foutside.txt', '/.%2e/outside.txt'])
      expect((await server.call(path)).status).toBe(404);
    expect((await server.call('/assets/')).text).toMatch(/<p>client<\/p>$/);
    expect((await server.call('/b.txt')).status).toBe(404);
  });

  it('[HT23] where it is not built a page says so, and the API works', async () => {
    const bare = await TestServer.start({}, { dist: join(folder, 'nowhere') });
    const page = await bare.call('/b/works');
    expect(page.status).toBe(503);
    expect(page.text).toContain('npm run build');
    expect((await bare.board('')).status).toBe(200);
    await bare.close();
  });
});

describe('headers', () => {
  it('[HT20] nothing may be loaded from elsewhere or stand in a page itself', async () => {
    for (const path of ['/', '/api/v1/boards', '/api/v1/nothing']) {
      const { headers } = await server.call(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/unsafe|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.has('strict-transport-security')).toBe(false);
      expect(headers.has('x-powered-by')).toBe(false);
    }
  });

  it('[HT20] answers of the API are kept by nobody', async () => {
    for (const path of ['/api/v1/boards', '/api/v1/boards/nobody', '/api/v1/session'])
      expect((await server.call(path)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('rate limit', () => {
  it('[HT21] an address that asks too often is 429 with Retry-After, the token is not counted', async () => {
    const limited = await TestServer.start({ RATE_LIMIT: '5' });
    const ask = () => limited.board('', { as: 'anonymous' });
    for (let at = 0; at < 5; at++) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.body).toMatchObject({ status: 429, kind: 'too-many-requests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await limited.board('/nobody', { as: 'anonymous' })).status).toBe(429);
    expect((await limited.call('/nowhere.js', { as: 'anonymous' })).status).toBe(429);
    for (let at = 0; at < 10; at++) expect((await limited.board('')).status).toBe(200);
    expect((await limited.call('/healthz', { as: 'anonymous' })).status).toBe(200);
    await limited.close();
  });
});

const documentSchema = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

describe('documentation', () => {
  const calls = [
    'post /api/v1/boards',
    'get /api/v1/boards',
    'get /api/v1/boards/{board}',
    'put /api/v1/boards/{board}/sectors/{id}',
    'put /api/v1/boards/{board}/units/{id}',
    'put /api/v1/boards/{board}/metrics/{id}',
    'post /api/v1/boards/{board}/results',
    'get /api/v1/boards/{board}/results',
    'post /api/v1/boards/{board}/results/{id}/verification',
    'post /api/v1/boards/{board}/results/{id}/annulment',
    'post /api/v1/boards/{board}/results/{id}/correction',
    'get /api/v1/boards/{board}/records',
    'get /api/v1/boards/{board}/records/progression',
    'get /api/v1/boards/{board}/rankings',
    'get /api/v1/boards/{board}/feed',
    'get /api/v1/boards/{board}/ledger',
    'post /api/v1/boards/{board}/import',
  ];

  it('[HT19] the document and its page are found below the API, too', async () => {
    const [above, below] = await Promise.all(
      ['/openapi.json', '/api/v1/openapi.json'].map((path) => server.call(path)),
    );
    expect(below?.status).toBe(200);
    expect(below?.text).toBe(above?.text);
    for (const address of ['/api/v1/docs', '/docs/']) {
      const page = await server.call(address);
      expect([page.status, page.headers.get('location')]).toEqual([302, '/docs']);
    }
  });

  it('[HT19] OpenAPI names every call and every answer, made from the schemas of the routes', async () => {
    const { body } = await server.call('/openapi.json', { as: 'anonymous' });
    const document = documentSchema.parse(body);
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(described).toEqual(expect.arrayContaining(calls));
    expect(described.filter((call) => !call.includes('/api/v1/'))).toEqual([]);
    expect(Object.keys(document.components.schemas)).toContain('PostedResult');
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
      expect(document.components.schemas).toHaveProperty([name ?? '']);
  });

  it('[HT28] the protocol names every call, topic and kind of happening', async () => {
    const protocol = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
    const { paths } = documentSchema.parse((await server.call('/openapi.json')).body);
    const addresses = Object.keys(paths).map((path) =>
      path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1'),
    );
    const isNamed = (word: string) =>
      protocol.includes(`${word}\``) ||
      protocol.includes(`${word}?`) ||
      protocol.includes(`${word} `);
    expect(addresses.filter((address) => !isNamed(address))).toEqual([]);
    expect(happeningKindSchema.options.filter((kind) => !protocol.includes(`\`${kind}\``))).toEqual(
      [],
    );
    const fixed = ['board', 'feed', 'records', 'pulse', 'presence', 'cooperation', 'verification'];
    const topics = [
      ...fixed,
      'experiences',
      'cheers',
      'honours',
      'unit:<id>',
      'drive:<id>',
      'experience:<id>',
    ];
    expect(topics.filter((topic) => !protocol.includes(`| \`${topic}\` `))).toEqual([]);
  });

  it('[HT19] its page and all that the page loads come from here', async () => {
    const page = await server.call('/docs', { as: 'anonymous' });
    expect(page.status).toBe(200);
    const sources = [...page.text.matchAll(/(?:src|href)="((?!data:)[^"]+)"/g)].map(
      ([, source]) => source,
    );
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) {
      expect(source).toMatch(/^\//);
      expect((await server.call(source ?? '')).status).toBe(200);
    }
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    const nonce = /nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(page.text).toContain(`content="${nonce}"`);
    expect((await server.call('/docs')).text).not.toContain(nonce);
  });

  it('[HT19] the type of a problem leads to its explanation', async () => {
    const page = await server.call('/docs/errors');
    expect(page.text).toContain('id="unknown-board"');
  });
});

describe('health', () => {
  it('[CF6] the process lives, can serve, and is measured without naming private boards', async () => {
    expect((await server.call('/healthz')).body).toEqual({ status: 'ok' });
    expect((await server.call('/readyz')).body).toEqual({ status: 'ready' });
    await server.openWorks('secret', 'private');
    await server.post({ unit: 'alpha', metric: 'output', value: 1 });
    const { text } = await server.call('/metrics', { as: 'anonymous' });
    expect(text).toContain('board_posts_total{outcome="posted"} 1');
    expect(text).toMatch(/board_happenings_total\{kind="record"\} 3/);
    expect(text).toMatch(/board_fold_seq\{board="works"\} \d+/);
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('secret');
  });
});
