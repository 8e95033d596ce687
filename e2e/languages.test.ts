import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, mustPost, setUpBoard } from './api.ts';
import { launchBrowser, openLive, takeSeat } from './browser.ts';
import { makeFolder, startServer, type ServerProcess } from './server.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  await setUpBoard(server.url);
  await mustPost(server.url, 'anvil', '1234.5', 'first');
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

/** Languages of the words that came, and whether those of the spectator's page are among them. */
const languagesOf = (loaded: readonly string[]) => ({
  languages: [...new Set(loaded.map((name) => name.split('-')[0]))],
  hasPage: loaded.some((name) => name.endsWith('-watch')),
});

describe('languages', () => {
  it('[IN3] the page of one language loads its own words alone and turns into another in place', async () => {
    const seat = await takeSeat(browser, 'desk');
    const { page } = seat;
    const loaded: string[] = [];
    page.on('request', (request) => {
      const words = /words-(.+)-[\w-]{8}\.js$/.exec(request.url())?.[1];
      if (words) loaded.push(words);
    });
    await openLive(seat, `${server.url}/b/${board}`);
    await page.getByRole('combobox', { name: /Find a unit|Einheit suchen/ }).fill('anv');
    expect(languagesOf(loaded)).toEqual({ languages: ['en'], hasPage: true });
    loaded.length = 0;
    await page.getByLabel('Language').selectOption('de');
    await page.getByText('1.234,5').first().waitFor();
    expect(languagesOf(loaded)).toEqual({ languages: ['de'], hasPage: true });
    expect(
      await page.getByRole('combobox', { name: /Find a unit|Einheit suchen/ }).inputValue(),
    ).toBe('anv');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.reload();
    await page.getByText('1.234,5').first().waitFor();
    expect(seat.errors).toEqual([]);
  });

  it('[IN3] a right-to-left language turns the page round without overflow', async () => {
    const seat = await takeSeat(browser, 'phone');
    await openLive(seat, `${server.url}/b/${board}?lang=ar-XB`);
    expect(await seat.page.locator('html').getAttribute('dir')).toBe('rtl');
    const mark = await seat.page.getByRole('banner').getByRole('link').first().boundingBox();
    expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeGreaterThan(380);
    const wide = await seat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBe(0);
    expect(seat.errors).toEqual([]);
  });
});
