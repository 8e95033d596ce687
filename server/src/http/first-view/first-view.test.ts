import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

/** A build of two files, with a renderer that says what it was asked. */
const renderer = `
export const languageOf = (search, { device, browser }) => device ?? browser[0] ?? 'en';
export const renderFirst = async ({ language, search, seq, rowsOf, happenings }) =>
  search === '?broken' ? Promise.reject(new Error('broken')) : {
    html: '<p style="--sector:var(--a)">' + language + ' ' + rowsOf('board').get('board').name + '</p><b style="--sector:var(--a)"></b>',
    data: JSON.stringify({ seq, told: happenings.length, text: '</script>' }),
    dir: 'ltr',
  };`;
const manifest = {
  'index.html': { file: 'assets/index.js', css: ['assets/index.css'] },
  'src/watch/watch-page.tsx': {
    file: 'assets/watch.js',
    imports: ['index.html', '_rows.js'],
    css: ['assets/watch.css'],
  },
  '_rows.js': { file: 'assets/rows.js' },
  '../virtual:words/de/watch': { file: 'assets/words-de-watch.js' },
};
const sheets = ['p{color:red}', 'b{color:blue}'];
const page =
  '<!doctype html><html lang="en"><head><title>Board</title><script type="module" src="/assets/index.js"></script><link rel="stylesheet" href="/assets/index.css"></head><body><div id="root"></div><noscript>It needs JavaScript.</noscript></body></html>';

let server: TestServer;
let dist: string;
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'board-first-'));
  for (const folder of ['.vite', '.first', 'assets']) mkdirSync(join(dist, folder));
  writeFileSync(join(dist, 'index.html'), page);
  writeFileSync(join(dist, 'frame.html'), page);
  writeFileSync(join(dist, '.vite/manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dist, '.first/render.js'), renderer);
  writeFileSync(join(dist, '.first/package.json'), '{"type":"module"}');
  for (const [at, name] of ['index', 'watch'].entries())
    writeFileSync(join(dist, `assets/${name}.css`), sheets[at] ?? '');
  server = await TestServer.start({}, { dist });
  await server.openWorks();
  await server.openWorks('closed', 'private');
});
afterAll(async () => {
  await server.close();
  rmSync(dist, { recursive: true });
});

const visit = (path: string, headers: Record<string, string> = {}) =>
  server.call(path, { as: 'anonymous', headers });

describe('the first view', () => {
  it('[HT32] stands in the page of a public board, with its files and what it knows', async () => {
    const { text, headers } = await visit('/b/works', { 'accept-language': 'de-AT,en;q=0.5' });
    expect(text).toContain('<html lang="de-AT" dir="ltr"');
    expect(text).toMatch(/<div id="root"><p data-first="0">de-AT .+<\/p>/);
    for (const file of ['watch', 'rows'])
      expect(text).toContain(
        `<link rel="modulepreload" fetchpriority="low" crossorigin href="/assets/${file}.js">`,
      );
    expect(text.match(/assets\/index\.(?:js|css)/g)).toHaveLength(2);
    // No file holds up what is painted first.
    expect(text.match(/<link rel="stylesheet"[^>]*>/g)).toEqual(
      ['index', 'watch'].map(
        (name) => `<link rel="stylesheet" crossorigin href="/assets/${name}.css" disabled>`,
      ),
    );
    expect(headers.get('vary')).toBe('accept-encoding, accept-language, cookie');
    expect(headers.get('cache-control')).toBe('no-cache');
    const data = /<script type="application\/json" id="first-data">(.*?)<\/script>/.exec(text)?.[1];
    expect(JSON.parse(data ?? '')).toMatchObject({ text: '</script>' });
  });

  it('[HT32] no element has a style of its own; the one sheet is named in the policy', async () => {
    const { text, headers } = await visit('/b/works');
    expect(text).not.toContain(' style="');
    const css = /<style>(.*?)<\/style>/.exec(text)?.[1] ?? '';
    expect(css).toBe(`${sheets.join('')}#root [data-first="0"]{--sector:var(--a)}`);
    const hash = createHash('sha256').update(css).digest('base64');
    expect(headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
  });

  it('[HT32] the device decides the language first, and a new position is a new view', async () => {
    const cookie = 'x=1; emulation.language=ko';
    const before = await visit('/b/works', { cookie, 'accept-language': 'de' });
    expect(before.text).toContain('<p data-first="0">ko ');
    await server.post({ unit: 'alpha', metric: 'output', value: '10' });
    const after = await visit('/b/works', { cookie, 'accept-language': 'de' });
    const seqOf = (text: string) => Number(/"seq":(\d+)/.exec(text)?.[1]);
    expect(seqOf(after.text)).toBe(seqOf(before.text) + 1);
  });

  it.each(['/b/closed', '/b/nowhere', '/b/works/wall', '/b/works?broken'])(
    '[HT32] %s is sent without one',
    async (path) => {
      const { status, text } = await visit(path);
      expect(status).toBe(200);
      expect(text).toContain('<div id="root"></div>');
      expect(text).not.toContain('first-data');
    },
  );
});

describe('without scripts', () => {
  const german = { 'accept-language': 'de-AT,en;q=0.5' };

  it('[HT33] every page says in the language of the visitor what it needs, and where the board can be read without', async () => {
    const { text, headers } = await visit('/b/works/records', german);
    expect(text).toContain('<noscript><div lang="de" dir="ltr"><h1>Diese Seite braucht JavaScript');
    expect(text).toContain('<a href="/b/works" target="_top">Works</a>');
    expect(headers.get('vary')).toContain('accept-language');
    expect((await visit('/embed/works', german)).text).toContain('href="/b/works"');
    const home = await visit('/sign-in', { cookie: 'emulation.language=ko' });
    expect(home.text).toContain('<div lang="ko"');
    expect(home.text).toContain('href="/b/works"');
    expect(home.text).not.toContain('closed');
    expect((await visit('/b/closed/records')).text).not.toContain('/b/closed');
  });

  it('[HT33] the first view says that it is not live', async () => {
    const { text } = await visit('/b/works', german);
    expect(text).toContain('<noscript><div lang="de" dir="ltr"><p>So stand die Tafel');
  });
});
