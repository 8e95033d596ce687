/** `npm run pictures`: takes the pictures of the README from the running product and its demo board. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openLive, screens, takeSeat } from '../e2e/browser.ts';
import { startServer, stewardToken, type ServerProcess } from '../e2e/server.ts';
import { buildClient } from './build.ts';
import { root } from './node24.js';

interface Picture {
  name: string;
  path: string;
  screen: keyof typeof screens;
  theme: 'dark' | 'light';
  prepare?: (page: Page) => Promise<void>;
}

/** As a signed-in leader sees it, with a value that makes the forecast worth a picture. */
async function typeRecord(page: Page): Promise<void> {
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${stewardToken}` });
  await page.reload();
  await page.getByRole('option').first().click();
  await page.getByRole('radio', { name: /^On-time rate/ }).check();
  await page.locator('#value').fill('99.9');
  await page.locator('#value').blur();
}

const pictures: readonly Picture[] = [
  { name: 'wall', path: '/wall', screen: 'wall', theme: 'dark' },
  { name: 'watch', path: '', screen: 'desk', theme: 'light' },
  { name: 'post', path: '/post', screen: 'phone', theme: 'light', prepare: typeRecord },
];

async function takePicture(browser: Browser, board: string, picture: Picture): Promise<void> {
  const seat = await takeSeat(browser, picture.screen);
  await seat.page.emulateMedia({ colorScheme: picture.theme });
  await openLive(seat, `${board}${picture.path}`);
  await picture.prepare?.(seat.page);
  // Rows that travel come to rest, and a takeover makes room for the ranking.
  await sleep(3_000);
  await seat.page.locator('.takeover').waitFor({ state: 'detached' });
  await seat.page.screenshot({ path: join(root, `docs/images/${picture.name}.png`) });
  await seat.page.context().close();
}

async function takeAll(server: ServerProcess): Promise<void> {
  const board = /Board\s+http\S+(\/b\/\S+)/.exec(server.output())?.[1] ?? '';
  const browser = await launchBrowser();
  // Long enough for the feed to tell something.
  await sleep(30_000);
  for (const picture of pictures) await takePicture(browser, `${server.url}${board}`, picture);
  await browser.close();
}

await buildClient({ onlyIfStale: true });
const folder = mkdtempSync(join(tmpdir(), 'board-pictures-'));
const server = await startServer({ DATA_DIR: folder, SEED: 'demo' });
try {
  await takeAll(server);
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
