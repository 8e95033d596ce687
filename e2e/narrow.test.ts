import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boardPages } from '../scripts/gallery/pages.ts';
import { addressOf, placesOf, type Places } from '../scripts/gallery/places.ts';
import { launchBrowser, openLive, takeSeat, type Seat } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';
import { CrowdedBoard, longName } from './wall/crowded-board.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
let phone: Seat;
let places: Places;
const board = 'units-6';

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ DATA_DIR: folder.path })]);
  await new CrowdedBoard(server.url, 6).open();
  places = await placesOf(server.url, board);
  phone = await takeSeat(browser, 'phone');
  await phone.page.setExtraHTTPHeaders({ authorization: `Bearer ${stewardToken}` });
  await openLive(phone, `${server.url}/b/${board}`);
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

/** What stands beyond the edge where nobody can scroll to it. Runs in the page. */
function findCut(): string[] {
  const cut: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.right <= innerWidth + 1) continue;
    let around: Element | null = element.parentElement;
    while (around && getComputedStyle(around).overflowX === 'visible')
      around = around.parentElement;
    if (around && around !== document.body && around !== document.documentElement) continue;
    cut.push(`${element.tagName} ${element.className} to ${box.right.toFixed(0)}`);
  }
  return cut.slice(0, 3);
}

async function cutOf(page: Page, path: string): Promise<string[]> {
  const address = `/b/${board}${addressOf(path, places)}`;
  await page.evaluate((next) => history.pushState(null, '', next), address);
  await page.waitForFunction(
    () => document.querySelector('h1, h2') && !document.querySelector('.quiet-page'),
  );
  return (await page.evaluate(findCut)).map((cut) => `${path}: ${cut}`);
}

it('[AX5] nothing stands beyond the edge of a phone, whatever names are shown', async () => {
  const cut: string[] = [];
  for (const path of Object.values(boardPages)) cut.push(...(await cutOf(phone.page, path)));
  expect(cut).toEqual([]);
  expect(phone.errors).toEqual([]);
});

/** Where the signs and words of the header stand that are not in one row. Runs in the page. */
function findWrapped(): string[] {
  const parts = [...document.querySelectorAll('header nav > *')].filter(
    (part) => part.getBoundingClientRect().width > 0,
  );
  const middles = parts.map((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return (top + bottom) / 2;
  });
  return middles.filter((middle) => Math.abs(middle - (middles[0] ?? 0)) > 2).map(String);
}

/** Lines of the board's name. Runs in the page. */
function countNameLines(): number {
  const name = document.querySelector('header a > [data-long]');
  if (!name) return 0;
  const range = document.createRange();
  range.selectNodeContents(name);
  return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size;
}

it('[AX8] the header of a device that posts keeps its signs in one row, in every language', async () => {
  const { page } = phone;
  await page.evaluate(([key, unit]) => localStorage.setItem(key, JSON.stringify(unit)), [
    `emulation.post.${board}.unit`,
    places['unit'] ?? '',
  ] as const);
  const wrapped: string[] = [];
  for (const language of ['en', 'de', 'es', 'ko', 'vi', 'ar-XB']) {
    await page.goto(`${server.url}/b/${board}/records?lang=${language}`);
    await page.locator('header nav button').nth(1).waitFor();
    await page.locator('header [data-state="live"]').waitFor();
    wrapped.push(...(await page.evaluate(findWrapped)).map((at) => `${language}: ${at}`));
    if ((await page.evaluate(countNameLines)) > 2) wrapped.push(`${language}: name`);
  }
  expect(wrapped).toEqual([]);
  await page.goto(`${server.url}/b/${board}?lang=en`);
});

/** What is scrolled sideways, but for the pages of the board in its header. Runs in the page. */
const findSideways = () =>
  [...document.querySelectorAll('main *')]
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .filter((part) => ['auto', 'scroll'].includes(getComputedStyle(part).overflowX))
    .map(({ className }) => String(className));

it('[SP19] four units stand side by side on a phone, nothing scrolled to sideways', async () => {
  const { page } = phone;
  await page.goto(`${server.url}/b/${board}/compare?units=u0,u1,u2,u3`);
  await page.locator('[aria-labelledby="duel"] td').first().waitFor();
  expect(await page.evaluate(findSideways)).toEqual([]);
  const lines = page.locator('[aria-labelledby="duel"] tbody tr');
  const cells = await lines.first().locator('td').all();
  const tops = await Promise.all(cells.map(async (cell) => (await cell.boundingBox())?.y));
  expect([tops.length, new Set(tops).size]).toEqual([4, 1]);
});

it('[AX9] what is said in passing lies on nothing at the end of the page', async () => {
  const { page } = phone;
  await page.goto(`${server.url}/look?lang=en`);
  await page.getByRole('button', { name: 'Say something in passing' }).click();
  const said = page.getByText('The result is posted.');
  await said.waitFor();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const toast = await page.getByRole('region').filter({ has: said }).boundingBox();
  const main = await page.getByRole('main').boundingBox();
  expect(toast?.y).toBeGreaterThanOrEqual((main?.y ?? 0) + (main?.height ?? 0));
  expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(844);
});

/** Columns of a list that are not beside their words, or beyond the table's own edge. Runs in the page. */
function findLost(): string[] {
  const lost: string[] = [];
  const edge = document.querySelector('[role="grid"]')?.getBoundingClientRect();
  for (const cell of document.querySelectorAll('[role="gridcell"], [role="rowheader"]')) {
    const { left, right, height } = cell.getBoundingClientRect();
    const isFilled = cell.textContent !== '';
    const isInside = edge && left >= edge.left - 1 && right <= edge.right + 1;
    if (isFilled && (!isInside || height === 0)) lost.push(`${cell.textContent}`);
    const says = getComputedStyle(cell, '::before').content;
    const isNamed = cell.getAttribute('role') === 'rowheader' || cell.querySelector('button');
    if (isFilled && !isNamed && says === 'none') lost.push(`${cell.textContent} of no column`);
  }
  return lost.slice(0, 3);
}

it('[DK4] on a phone a row of a list is a card: every column in sight, and the order is chosen', async () => {
  const { page } = phone;
  const lost: string[] = [];
  for (const list of ['units', 'sectors', 'metrics', 'experiences', 'audit']) {
    const address = `/b/${board}/desk/${list}`;
    await page.evaluate((next) => history.pushState(null, '', next), address);
    await page.getByRole('rowheader').nth(1).or(page.getByText('experience')).first().waitFor();
    lost.push(...(await page.evaluate(findLost)).map((cell) => `${list}: ${cell}`));
  }
  expect(lost).toEqual([]);
  await page.evaluate((next) => history.pushState(null, '', next), `/b/${board}/desk/units`);
  const first = page.getByRole('rowheader').first();
  await first.getByText(longName(0)).waitFor();
  await page.getByLabel('Order').selectOption({ label: 'Name, descending' });
  await first.getByText(longName(5)).waitFor();
});
