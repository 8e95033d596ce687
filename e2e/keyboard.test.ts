import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { board, mustPost, setUpBoard } from './api.ts';
import { launchBrowser, openLive, takeSeat, type Seat } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
let seat: Seat;
let page: Page;
const at = (path: string) => `${server.url}/b/${board}${path}`;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  await setUpBoard(server.url);
  await mustPost(server.url, 'anvil', '12', 'first');
  await mustPost(server.url, 'bellows', '13', 'second');
  seat = await takeSeat(browser, 'desk');
  page = seat.page;
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${stewardToken}` });
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

it('[AX4] a title is made, changed and awarded by keyboard alone', async () => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await openLive(seat, at('/honours'));
  await page.getByRole('button', { name: 'New title' }).focus();
  await press('Enter');
  // A list that is closing is one, too, for a moment.
  const dialog = page.getByRole('dialog').first();
  await dialog.waitFor();
  // Close, then the name, the words and what the board watches for.
  await press('Tab', 'Tab');
  await page.keyboard.type('First of the year');
  await press('Tab');
  await page.keyboard.type('Whoever does it first.');
  await press('Tab', 'Enter', 'End', 'Enter');
  await dialog.getByRole('button', { name: 'Save' }).focus();
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'First of the year' }).waitFor();
  await page.getByRole('button', { name: 'Award by hand' }).focus();
  await press('Enter');
  await dialog.waitFor();
  await press('Tab', 'Tab');
  await page.keyboard.type('bell');
  await press('ArrowDown', 'Enter', 'Tab');
  await page.keyboard.type('For the first bell of the year.');
  await press('Tab', 'Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('For the first bell of the year.').waitFor();
  expect(seat.errors).toEqual([]);
});
