import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boardPages } from '../scripts/gallery/pages.ts';
import { addressOf, placesOf, type Places } from '../scripts/gallery/places.ts';
import { launchBrowser, openLive, takeSeat, type Seat } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';
import { CrowdedBoard } from './wall/crowded-board.ts';

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
