import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.ts';
import { atomDocument, escapeXml } from './feed-documents.ts';

let server: TestServer;
let posted: string;
const path = '/works/feeds/records';

beforeAll(async () => {
  server = await TestServer.start({ PUBLIC_URL: 'https://board.example' });
  await server.openWorks();
  await server.board('/works/units/beta', {
    method: 'PUT',
    body: { name: 'Böse <b>&"', sector: 'north' },
  });
  await server.post({ unit: 'alpha', metric: 'output', value: 10, achievedAt: '2026-06-01' });
  const { body } = await server.post({
    unit: 'beta',
    metric: 'output',
    value: 12,
    achievedAt: '2026-06-02',
  });
  posted = (body as { id: string }).id;
});
afterAll(() => server.close());

interface JsonFeed {
  version: string;
  feed_url: string;
  items: { id: string; url: string; title: string; content_text: string; date_modified: string }[];
}
const jsonFeed = async (query = '') =>
  (await server.board(`${path}.json${query}`, { as: 'anonymous' })).body as JsonFeed;

describe('a feed of records', () => {
  it('[OT7] JSON Feed 1.1: each result once, with an id that stays and whole links', async () => {
    const feed = await jsonFeed();
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.feed_url).toBe('https://board.example/api/v1/boards/works/feeds/records.json');
    expect(feed.items.map(({ url }) => url)[0]).toBe(`https://board.example/b/works/r/${posted}`);
    expect(feed.items).toHaveLength(2);
    expect(feed.items[0]?.id).toBe(`tag:emulation-board,2026:works/${posted}`);
    expect(feed.items[0]?.title).toContain('broke the board record in Output: 12.00 t');
    expect(feed.items[0]?.content_text).toContain('It stood at 10.00 by alpha.');
  });

  it('[OT7] Atom is XML whatever a name holds', async () => {
    const { text, headers } = await server.board(`${path}.atom`, { as: 'anonymous' });
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(text).toContain('<author><name>Böse &lt;b&gt;&amp;&quot;</name></author>');
    const opened = text.match(/<entry>/g)?.length;
    expect([opened, text.match(/<\/entry>/g)?.length]).toEqual([2, 2]);
    expect(text).toContain(
      `<link rel="alternate" type="text/html" href="https://board.example/b/works"/>`,
    );
  });

  it('[OT7] text is escaped, also what XML cannot hold', () => {
    expect(escapeXml('a\u0000<\uD800>&"')).toBe('a�&lt;�&gt;&amp;&quot;');
    const head = {
      title: 'T',
      id: 'i',
      page: 'p',
      self: 's',
      origin: 'o',
      language: 'en',
      since: '2026-01-01',
    };
    expect(atomDocument(head, [])).toContain('<updated>2026-01-01</updated>');
  });

  it('[OT8] whoever has these bytes is told so, until something changes', async () => {
    const first = await server.board(`${path}.atom`);
    const etag = first.headers.get('etag') ?? '';
    const ask = () => server.board(`${path}.atom`, { headers: { 'if-none-match': `W/${etag}` } });
    const again = await ask();
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    await server.board(`/works/results/${posted}/verification`, { body: {} });
    const changed = await ask();
    expect(changed.status).toBe(200);
    expect(changed.text).toContain('It is verified.');
  });

  it('[OT7] a record that was annulled says so, under the same id', async () => {
    const before = (await jsonFeed()).items[0];
    server.clock.advance(60_000);
    await server.board(`/works/results/${posted}/annulment`, { body: { reason: 'misread' } });
    const after = (await jsonFeed()).items.find(({ id }) => id === before?.id);
    expect(after?.content_text).toContain('It was annulled later.');
    expect(Date.parse(after?.date_modified ?? '')).toBeGreaterThan(
      Date.parse(before?.date_modified ?? ''),
    );
  });

  it('[OT7] one metric or scope; an unknown one is refused', async () => {
    expect((await jsonFeed('?metric=output&scope=unit')).items).toHaveLength(2);
    expect((await server.board(`${path}.json?metric=no`)).status).toBe(404);
    const bad = await server.board(`${path}.json?scope=world`);
    expect([bad.status, bad.text]).toEqual([400, expect.stringContaining('"path":"scope"')]);
    await server.openWorks('closed', 'private');
    const hidden = await server.board('/closed/feeds/records.atom', { as: 'anonymous' });
    expect(hidden.status).toBe(404);
  });

  it('[OT14] speaks the language of the board, and English where there are no words', async () => {
    const speak = (language: string) =>
      server.board('/works/look', { method: 'PUT', body: { language } });
    await speak('de');
    const german = await jsonFeed('?metric=output');
    expect(german).toMatchObject({ language: 'de', title: 'Works · Output · Rekorde' });
    expect(german.items.map(({ title }) => title)).toContain(
      'Rekord der Tafel in Output, gebrochen von Böse <b>&": 12,00 t',
    );
    expect(german.items[0]?.content_text).toContain('02.06.2026');
    const { text } = await server.board(`${path}.atom`, { as: 'anonymous' });
    expect(text).toContain('xml:lang="de"');
    await speak('mi');
    expect((await jsonFeed()).items.map(({ title }) => title)).toContain(
      'Böse <b>&" broke the board record in Output: 12.00 t',
    );
  });
});
