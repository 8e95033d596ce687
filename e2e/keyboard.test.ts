import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { board, mustPost, send, setUpBoard } from './api.ts';
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

const nameOfFocus = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';

/** A key again and again, until what has the focus bears this name. */
async function pressTo(key: string, name: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed++) {
    if ((await page.evaluate(nameOfFocus)) === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not come to ${name}`);
}

/** The only row that the typed words leave; arrows go from cell to cell of it. */
async function toButtonOf(unit: string, label: string): Promise<void> {
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(unit);
  await page.getByText('1 line', { exact: true }).waitFor();
  for (let tabs = 0; tabs < 12; tabs++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null)) break;
  }
  await pressTo('ArrowRight', label);
}

it('[AX6] a unit is added, renamed, retired, taken back and merged by keyboard alone', async () => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const dialog = page.getByRole('dialog').first();
  const closed = () => dialog.waitFor({ state: 'detached' });
  await openLive(seat, at('/desk/units'));
  await page.getByRole('button', { name: 'Add a unit' }).focus();
  await press('Enter');
  await dialog.waitFor();
  await press('Tab', 'Tab');
  await page.keyboard.type('Emery');
  await press('Enter');
  await closed();
  await toButtonOf('emery', 'Change Emery');
  await press('Enter');
  await dialog.waitFor();
  await press('Tab', 'Tab', 'End');
  await page.keyboard.type(' wheel');
  await press('Enter');
  await closed();
  for (const act of ['Retire', 'Offer again']) {
    await toButtonOf('emery', 'More for Emery wheel');
    await press('Enter');
    await page.getByRole('menu').waitFor();
    await pressTo('ArrowDown', act);
    await press('Enter');
    await dialog.waitFor();
    await pressTo('Tab', act);
    await press('Enter');
    await closed();
  }
  await toButtonOf('emery', 'More for Emery wheel');
  await press('Enter');
  await page.getByRole('menu').waitFor();
  await pressTo('ArrowDown', 'Merge into another unit');
  await press('Enter');
  await dialog.waitFor();
  await press('Tab', 'Tab');
  await page.keyboard.type('dril');
  await press('ArrowDown', 'Enter');
  await page.getByText('0 results will count for Drill.').waitFor();
  await pressTo('Tab', 'Merge into another unit');
  await press('Enter');
  await closed();
  await page.getByText('merged into Drill').waitFor();
  expect(seat.errors).toEqual([]);
});

/** Which item of the form has the focus, and in what; or the button that adds one. Runs in the page. */
const placeOfFocus = () => {
  const { activeElement } = document;
  const item = activeElement?.closest('[data-item]');
  const at = [...document.querySelectorAll('[data-item]')].findIndex((one) => one === item);
  if (at < 0) return activeElement?.textContent;
  return `${at + 1}: ${activeElement?.hasAttribute('data-remove') ? 'remove' : 'field'}`;
};

it('[AX7] what is added has the focus in its first field, what is removed leaves it beside', async () => {
  const focus = () => page.evaluate(placeOfFocus);
  const press = (selector: string, at = 0) => page.locator(selector).nth(at).press('Enter');
  await openLive(seat, at('/drives/_new'));
  await page.getByRole('button', { name: 'Begin from nothing' }).press('Enter');
  await page.getByRole('button', { name: /^\d\s*Tasks$/ }).press('Enter');
  await press('[data-add]');
  expect(await focus()).toBe('1: field');
  await press('[data-add]');
  expect(await focus()).toBe('2: field');
  await press('[data-remove]', 1);
  expect(await focus()).toBe('1: remove');
  await page.keyboard.press('Enter');
  expect(await focus()).toBe('Add a task');

  await page.evaluate((next) => history.pushState(null, '', next), `/b/${board}/walls`);
  await page.getByRole('button', { name: 'New playlist' }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'editor');
  await press('[data-add]:not(h2)');
  await press('[data-add]:not(h2)');
  expect(await focus()).toBe('3: field');
  await press('[data-remove]', 1);
  expect(await focus()).toBe('2: remove');
  await page.locator('form').getByRole('button', { name: 'Close' }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'playlists');
  expect(seat.errors).toEqual([]);
});

/** The unit of the row that has the focus, and whether it is at something to press. Runs in the page. */
const rowOfFocus = () => {
  const { activeElement } = document;
  const row = activeElement?.closest('[role="row"]')?.textContent ?? activeElement?.role;
  return `${/Anvil|Bellows|grid/.exec(row ?? '')?.[0]} ${activeElement?.tagName}`;
};

it('[AX7] an invitation that is withdrawn leaves the focus at the one that stands next', async () => {
  for (const unit of ['anvil', 'bellows'])
    await send(server.url, 'POST', `/boards/${board}/invitations`, {
      role: 'leader',
      units: [unit],
    });
  await openLive(seat, at('/people'));
  await page.getByRole('grid', { name: 'Invitations' }).focus();
  await pressTo('ArrowRight', 'Withdraw');
  expect(await page.evaluate(rowOfFocus)).toBe('Bellows BUTTON');
  for (const next of ['Anvil BUTTON', 'grid TABLE']) {
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(rowOfFocus), { timeout: 20_000 }).toBe(next);
  }
  expect(seat.errors).toEqual([]);
});
