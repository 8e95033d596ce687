import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { board, mustPost, readLedger, setUpBoard } from './api.ts';
import { launchBrowser, leaveSeats, openLive, pressPost, takeSeat, typeResult } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
const at = (path: string) => `${server.url}/b/${board}${path}`;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  await setUpBoard(server.url);
  const marks = [
    ['anvil', '12'],
    ['bellows', '11.5'],
    ['chisel', '10'],
    ['drill', '9'],
  ] as const;
  for (const [unit, value] of marks) await mustPost(server.url, unit, value, `first-${unit}`);
});

afterEach(() => leaveSeats(browser));
afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

/** Starts the server again on the same port and ledger. */
async function restart(env: Record<string, string> = {}): Promise<void> {
  server = await startServer({ DATA_DIR: folder.path, PORT: String(server.port), ...env });
}

describe('three faces of one board', () => {
  it('[WS1] a result posted by the set-up link breaks a record on wall and page', async () => {
    server.signal('SIGTERM');
    await server.exit;
    await restart({ STEWARD_TOKEN: '' });
    const [wall, spectator, phone] = await Promise.all([
      takeSeat(browser, 'wall'),
      takeSeat(browser, 'desk'),
      takeSeat(browser, 'phone'),
    ]);
    await openLive(wall, at('/wall'));
    await openLive(spectator, at('?metric=output'));
    const token = /\/setup#(\S+)/.exec(server.output())?.[1] ?? '';
    await phone.page.goto(`${server.url}/setup#${token}`);
    await phone.page.getByText('You are the steward').waitFor();
    await openLive(phone, at('/post'));
    await typeResult(phone.page, 'Chisel', '14.5');
    await phone.page.getByText('Breaks the board record by').waitFor();
    await pressPost(phone.page);
    await phone.page.getByRole('heading', { name: 'Posted' }).waitFor();
    await wall.page.locator('.takeover', { hasText: '14.5' }).waitFor();
    await spectator.page.getByRole('article').filter({ hasText: '14.5' }).first().waitFor();
    await spectator.page
      .locator('[data-lead="true"]')
      .filter({ hasText: 'Chisel' })
      .first()
      .waitFor();
    expect([...wall.errors, ...spectator.errors, ...phone.errors]).toEqual([]);
  });

  it('[WS2] under a dead server the wall says so; a post made meanwhile is kept and counts once', async () => {
    await server.kill();
    await restart();
    const [wall, phone] = await Promise.all([
      takeSeat(browser, 'wall'),
      takeSeat(browser, 'phone'),
    ]);
    await openLive(wall, at('/wall'));
    await phone.page.setExtraHTTPHeaders({ authorization: `Bearer ${stewardToken}` });
    await openLive(phone, at('/post'));
    await mustPost(server.url, 'drill', '15.5', 'before-the-kill');
    await server.kill();
    await wall.page.locator('.wall-truth[data-state="stale"]').waitFor();
    await wall.page.getByText('Drill').first().waitFor();
    await typeResult(phone.page, 'Bellows', '16.5');
    await pressPost(phone.page);
    await phone.page.getByText('Kept, and sent again by itself').waitFor();
    await restart();
    await wall.page.locator('.wall-truth[data-state="live"]').waitFor();
    await phone.page.getByRole('heading', { name: 'Posted' }).waitFor();
    await wall.page.locator('.takeover', { hasText: '16.5' }).waitFor();
    const values = (await readLedger(server.url)).map(({ fact }) => fact.value);
    expect(values.filter((value) => value === '15.5')).toHaveLength(1);
    expect(values.filter((value) => value === '16.5')).toHaveLength(1);
    expect([...wall.errors, ...phone.errors]).toEqual([]);
  });

  it('[UI56] a record that falls before the takeovers have been loaded is told when they are', async () => {
    const wall = await takeSeat(browser, 'wall');
    let load = () => undefined as void;
    const asked = new Promise<void>((resolve) => {
      void wall.page.route('**/takeover-desk-*.js', async (route) => {
        resolve();
        await new Promise<void>((go) => (load = go));
        await route.continue();
      });
    });
    await openLive(wall, at('/wall'));
    await asked;
    await mustPost(server.url, 'drill', '17.5', 'before-the-takeovers');
    await wall.page.getByText('17.5').first().waitFor();
    expect(await wall.page.locator('.takeover').count()).toBe(0);
    load();
    await wall.page.locator('.takeover', { hasText: '17.5' }).waitFor();
    expect(wall.errors).toEqual([]);
  });

  it('[WS11] a public board is seen before any script has run, and nothing moves when it has', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' });
    const still = await context.newPage();
    await still.goto(at(''));
    await still.getByRole('link', { name: 'Anvil' }).first().waitFor();
    expect(await still.getByRole('heading', { name: 'Rangliste' }).isVisible()).toBe(true);
    await context.close();
    const seat = await takeSeat(browser, 'phone');
    await seat.page.addInitScript(() => {
      Object.assign(window, { moved: 0 });
      new PerformanceObserver((list) => {
        // The type knows no layout shifts.
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          Object.assign(window, { moved: Number(Reflect.get(window, 'moved')) + entry.value });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await openLive(seat, at(''));
    await seat.page.getByRole('article').first().waitFor();
    expect(await seat.page.evaluate(() => Number(Reflect.get(window, 'moved')))).toBeLessThan(0.1);
    expect(seat.errors).toEqual([]);
    await seat.page.context().close();
  });
});
