import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let dist: string;
let posted: string;
const page = '<!doctype html><html><head><title>Emulation board</title></head><body></body></html>';

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'board-pages-'));
  writeFileSync(join(dist, 'index.html'), page);
  writeFileSync(join(dist, 'frame.html'), '<title>frame</title>');
  server = await TestServer.start({ PUBLIC_URL: 'https://board.example' }, { dist });
  await server.openWorks();
  await server.openWorks('closed', 'private');
  const named = { name: '"><script>alert(1)</script>', sector: 'south' };
  await server.board('/works/units/gamma', { method: 'PUT', body: named });
  const post = (unit: string, value: string) => server.post({ unit, metric: 'output', value });
  await post('alpha', '10');
  const { body } = await post('gamma', '1234.5');
  posted = (body as { id: string }).id;
});
afterAll(async () => {
  await server.close();
  rmSync(dist, { recursive: true });
});

const image = (query = '', board = 'works') =>
  server.board(`/${board}/preview.png${query}`, { as: 'anonymous' });
const sizeOf = async (bytes: Buffer | undefined) => {
  const { format, width, height } = await sharp(bytes).metadata();
  return [format, width, height];
};

describe('a preview image', () => {
  it.each(['', '?metric=output', '?unit=alpha'])('[OT9] %s is a PNG of the view', async (query) => {
    const { status, bytes, headers } = await image(query);
    expect(status).toBe(200);
    expect(await sizeOf(bytes)).toEqual(['png', 1200, 630]);
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it('[OT9] is drawn anew when what it says has changed, and not before', async () => {
    const first = await image(`?result=${posted}`);
    const etag = first.headers.get('etag') ?? '';
    const headers = { 'if-none-match': etag };
    const path = `/works/preview.png?result=${posted}`;
    expect((await server.board(path, { headers })).status).toBe(304);
    await server.board(`/works/results/${posted}/verification`, { body: {} });
    const after = await server.board(path, { headers });
    expect(after.status).toBe(200);
    expect(after.headers.get('etag')).not.toBe(etag);
  });

  it('[OT9] wears the colours of the board', async () => {
    const wear = (look: object) => server.board('/works/look', { method: 'PUT', body: look });
    const corner = async () => {
      const { bytes } = await image('?unit=alpha');
      const { data } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      return [...data.subarray(0, 3)];
    };
    const usual = await corner();
    await wear({ accent: '#0a9d4c' });
    const own = await corner();
    expect(own[1]).toBeGreaterThan((own[0] ?? 0) + 60);
    expect(usual[0]).toBeGreaterThan((usual[1] ?? 0) + 60);
    await wear({});
  });

  it('[OT9] there is none of what is not there, or may not be seen', async () => {
    expect((await image('?unit=nobody')).status).toBe(404);
    expect((await image('?metric=none')).status).toBe(404);
    const bad = await image('?colour=red');
    expect([bad.status, bad.text]).toEqual([400, expect.stringContaining('"path":"colour"')]);
    expect((await image('', 'closed')).text).toBe((await image('', 'nowhere')).text);
    expect((await server.board('/closed/preview.png')).headers.get('cache-control')).toContain(
      'no-store',
    );
  });
});

describe('the head of a page', () => {
  const head = async (path: string) => (await server.call(path, { as: 'anonymous' })).text;

  it('[OT10] names the view, its image and the feeds, whole and escaped', async () => {
    const text = await head('/b/works?metric=output');
    expect(text).toContain('<title>Output · Works</title>');
    expect(text).toContain(
      'property="og:image" content="https://board.example/api/v1/boards/works/preview.png?metric=output"',
    );
    expect(text).toContain('1. &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; 1,234.50');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain(
      'type="application/atom+xml" title="Works: records" href="https://board.example/api/v1/boards/works/feeds/records.atom"',
    );
    expect(await head('/b/works/u/alpha')).toContain('preview.png?unit=alpha"');
    expect(await head(`/b/works/r/${posted}`)).toContain(`preview.png?result=${posted}"`);
  });

  it('[OT14] speaks the language of the board', async () => {
    const speak = (look: object) => server.board('/works/look', { method: 'PUT', body: look });
    const first = (await image('?unit=alpha')).headers.get('etag');
    await speak({ language: 'de' });
    expect(await head('/b/works?metric=output')).toContain('1.234,50');
    expect(await head(`/b/works/r/${posted}`)).toContain('30. Juni 2026 · geprüft');
    expect((await image('?unit=alpha')).headers.get('etag')).not.toBe(first);
    await speak({});
    expect(await head('/b/works?metric=output')).toContain('1,234.50');
  });

  it('[OT10] says of a private board what it says of none', async () => {
    expect(await head('/b/closed')).toBe(page);
    expect(await head('/b/nowhere')).toBe(page);
    expect(await head('/')).toBe(page);
    expect(await head('/b/works/u/nobody')).toContain('<title>Output · Works</title>');
  });
});

describe('frames', () => {
  const policy = async (path: string) => {
    const { headers } = await server.call(path, { as: 'anonymous' });
    const ancestors = /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '');
    return [ancestors?.[1], headers.get('x-frame-options')];
  };

  it('[OT11] only the embedding page, and only by the origins of the board', async () => {
    const origins = ['https://Intranet.example', 'http://10.0.0.7:8080'];
    const set = await server.board('/works/embedding', { method: 'PUT', body: { origins } });
    expect(set.body).toEqual({ origins: ['http://10.0.0.7:8080', 'https://intranet.example'] });
    expect(await policy('/embed/works?view=feed')).toEqual([
      "'self' http://10.0.0.7:8080 https://intranet.example",
      null,
    ]);
    await server.board('/closed/embedding', { method: 'PUT', body: { origins } });
    for (const path of ['/b/works', '/overlay/works', '/', '/api/v1/boards/works'])
      expect(await policy(path), path).toEqual(["'self'", 'SAMEORIGIN']);
    for (const path of ['/embed/closed', '/embed/nowhere'])
      expect(await policy(path), path).toEqual(["'self'", null]);
  });

  it.each(['https://a.example/path', 'ftp://a', "https://a'; script-src *", '*', 'https://a:0'])(
    '[OT11] %s is no origin',
    async (origin) => {
      const body = { origins: ['https://ok.example', origin] };
      const answer = await server.board('/works/embedding', { method: 'PUT', body });
      expect([answer.status, answer.text]).toEqual([
        400,
        expect.stringContaining('"path":"origins.1"'),
      ]);
    },
  );

  it('[OT11] the list is the steward’s', async () => {
    const body = { origins: [] };
    const set = await server.board('/works/embedding', { method: 'PUT', body, as: 'anonymous' });
    expect(set.status).toBe(401);
    expect((await server.board('/works/embedding', { as: 'anonymous' })).status).toBe(401);
  });
});
