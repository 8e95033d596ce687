import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/node24.js';
import { TestServer } from '../server/src/http/testing/test-server.ts';
import { board, setUpBoard } from './api.ts';
import { launchBrowser, openLive, takeSeat, typeResult } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The worker has taken in the files of the app, and the words of its language. */
async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => {
    const words = (await caches.has('words en')) ? await caches.open('words en') : undefined;
    return ((await words?.keys()) ?? []).length > 0;
  });
}

describe('without a server', () => {
  const folder = makeFolder();
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: folder.path });
    await setUpBoard(server.url);
  });
  afterAll(async () => {
    await server.kill();
    folder.remove();
  });

  it('[PO2] the posting page and the wall open, and machines get no page in the place of an answer', async () => {
    const [phone, wall] = await Promise.all([
      takeSeat(browser, 'phone', 'with workers'),
      takeSeat(browser, 'wall', 'with workers'),
    ]);
    await openLive(phone, `${server.url}/b/${board}/post`);
    await waitForWorker(phone.page);
    await openLive(wall, `${server.url}/b/${board}/wall`);
    await waitForWorker(wall.page);
    await server.kill();
    await phone.page.reload();
    await phone.page.getByRole('navigation').first().waitFor();
    await wall.page.reload();
    await wall.page.locator('.wall').waitFor();
    for (const path of ['/docs', '/api/v1/boards', `/b/${board}/records.atom`])
      await expect(phone.page.goto(`${server.url}${path}`)).rejects.toThrow('ERR_CONNECTION');
    server = await startServer({ DATA_DIR: folder.path, PORT: String(server.port) });
    await phone.page.goto(`${server.url}/start`);
    await phone.page.waitForURL(`**/b/${board}/post`);
    await Promise.all([phone.page.context().close(), wall.page.context().close()]);
  });

  it('[PO4] the installed app is called, drawn and started as its manifest says', async () => {
    const { page } = await takeSeat(browser, 'phone', 'with workers');
    await page.goto(server.url);
    const href = await page.locator('link[rel="manifest"]').getAttribute('href');
    const answer = await fetch(new URL(href ?? '', server.url));
    const manifest = (await answer.json()) as { start_url: string; icons: { src: string }[] };
    expect(manifest.start_url).toBe('/start');
    for (const { src } of manifest.icons)
      expect((await fetch(`${server.url}${src}`)).status).toBe(200);
    await page.goto(`${server.url}/start`);
    await page.waitForURL(`${server.url}/`);
    await page.context().close();
  });
});

describe('a new build', () => {
  const folder = makeFolder();
  const dist = join(folder.path, 'dist');
  let server: TestServer;
  beforeAll(async () => {
    cpSync(join(root, 'client/dist'), dist, { recursive: true });
    server = await TestServer.start({ STEWARD_TOKEN: stewardToken }, { dist });
    await setUpBoard(server.listening.url);
  });
  afterAll(async () => {
    await server.close();
    folder.remove();
  });

  /** The same app by another name: all that a browser tells builds apart by is the worker's text. */
  function buildAgain(): void {
    const worker = join(dist, 'sw.js');
    for (const packed of ['.br', '.gz']) rmSync(worker + packed, { force: true });
    writeFileSync(worker, `${readFileSync(worker, 'utf8')}\n// the next build`);
  }

  /** The same pages under another name of their entry, as a build of other sources has it. */
  function renameEntry(): string {
    const entry = /src="\/assets\/([^"/]+)\.js"/.exec(
      readFileSync(join(dist, 'index.html'), 'utf8'),
    );
    const old = entry?.[1] ?? '';
    const next = `${old}-next`;
    for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
      const path = join(dist, name);
      if (/\.(?:br|gz)$/.test(name)) rmSync(path);
      if (!/\.(?:js|html)$/.test(name)) continue;
      const text = readFileSync(path, 'utf8').replaceAll(old, next);
      // The worker knows a page by the hash of its text.
      writeFileSync(path, name === 'sw.js' ? text.replace(/("revision":")\w{4}/g, '$1next') : text);
    }
    renameSync(join(dist, `assets/${old}.js`), join(dist, `assets/${next}.js`));
    return next;
  }

  const lookForBuild = (page: Page) =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });

  it('[PO3] is offered when nobody types, and a typed value is not lost to it', async () => {
    const seat = await takeSeat(browser, 'phone', 'with workers');
    const { page } = seat;
    await openLive(seat, `${server.listening.url}/b/${board}/post`);
    await waitForWorker(page);
    // The first worker of all is no new build.
    expect(await page.getByText('A new version of the board is ready.').count()).toBe(0);
    await typeResult(page, 'Anvil', '12');
    buildAgain();
    await lookForBuild(page);
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
    expect(await page.getByText('A new version of the board is ready.').count()).toBe(0);
    await page.locator('#value').fill('');
    await page.getByText('A new version of the board is ready.').waitFor();
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Load it now' }).click();
    await reloaded;
    await openLive(seat, page.url());
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBe(
      null,
    );
    expect(seat.errors).toEqual([]);
    await page.context().close();
  });

  it('[DP16] is loaded by a wall once, by itself, when the server serves it', async () => {
    const seat = await takeSeat(browser, 'wall', 'with workers');
    const { page } = seat;
    const { url } = server.listening;
    await openLive(seat, `${url}/b/${board}/wall`);
    await waitForWorker(page);
    let loads = 0;
    page.on('load', () => loads++);
    await server.close();
    const next = renameEntry();
    server = await TestServer.start(
      { STEWARD_TOKEN: stewardToken, PORT: new URL(url).port },
      { dist },
    );
    await setUpBoard(url);
    await page.waitForFunction(
      (name) => document.querySelector(`script[type="module"][src*="${name}"]`) !== null,
      next,
    );
    await page.locator('[role="status"][data-state="live"]').first().waitFor();
    expect(loads).toBe(1);
    await page.context().close();
  }, 240_000);
});
