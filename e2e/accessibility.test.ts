import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boardPages, serverPages } from '../scripts/gallery/pages.ts';
import { addressOf, placesOf, type Places } from '../scripts/gallery/places.ts';
import { axeFaults } from './axe.ts';
import { launchBrowser, screens, withoutWorkers } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';
import { waitFor } from './wait-for.ts';
import { CrowdedBoard } from './wall/crowded-board.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
let board: string;
let places: Places;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  const crowded = new CrowdedBoard(server.url, 12);
  await crowded.open();
  board = `/b/${crowded.id}`;
  places = await placesOf(server.url, crowded.id);
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

const addresses = () => [
  ...Object.values(boardPages).map((path) => board + addressOf(path, places)),
  `${board}/wall`,
  ...Object.values(serverPages),
];

const themes = ['office', 'hall', 'contrast'] as const;

async function open(screen: keyof typeof screens): Promise<Page> {
  const context = await browser.newContext({
    viewport: screens[screen],
    locale: 'en-GB',
    reducedMotion: 'reduce',
    extraHTTPHeaders: { authorization: `Bearer ${stewardToken}` },
  });
  await withoutWorkers(context);
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(server.url + board);
  await page.locator('[role="status"][data-state="live"]').first().waitFor();
  return page;
}

/** As a link leads there. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate(async (next) => {
    history.pushState(null, '', next);
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }, address);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await waitFor(
    `all of ${address}`,
    async () => (await page.locator('.quiet-page[role="status"]').count()) === 0,
  );
}

/** As theme.ts marks the root. */
async function show(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.evaluate((name) => {
    const { dataset } = document.documentElement;
    delete dataset['contrast'];
    if (name === 'contrast') dataset['contrast'] = 'more';
    else dataset['theme'] = name;
  }, theme);
  // Half way through a fade no text has its contrast yet.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      return playState !== 'running' || effect?.getComputedTiming().iterations === Infinity;
    }),
  );
}

const looks = themes.flatMap((theme) =>
  (['desk', 'phone'] as const).map((screen) => ({ screen, theme })),
);
/** `AXE=every npm test -- accessibility`: each page in each look, instead of the looks in turn. */
const isEvery = process.env['AXE'] === 'every';

it.each(looks)(
  '[AX1] on a $screen in the theme $theme axe finds nothing on its pages',
  async ({ screen, theme }) => {
    const own = looks.findIndex((look) => look.screen === screen && look.theme === theme);
    const page = await open(screen);
    await show(page, theme);
    const found: string[] = [];
    for (const [at, address] of addresses().entries()) {
      if (!isEvery && at % looks.length !== own) continue;
      await go(page, address);
      await show(page, theme);
      found.push(...(await axeFaults(page)).map((fault) => `${address}: ${fault}`));
    }
    await page.context().close();
    expect(found).toEqual([]);
  },
  isEvery ? 1_800_000 : 300_000,
);

it('[AX2] what is spoken is spoken politely, and no list that moves is', async () => {
  const page = await open('desk');
  for (const path of ['', '/pulse', '/wall']) {
    await go(page, board + path);
    await page.locator('[role="status"]').first().waitFor();
    expect(await page.locator('[aria-live="assertive"], [role="alert"]').count()).toBe(0);
    const spoken = await page.locator('[role="status"], [aria-live="polite"]').allInnerTexts();
    expect(Math.max(...spoken.map((text) => text.length))).toBeLessThan(200);
  }
  await page.context().close();
});
