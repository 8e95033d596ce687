/**
 * `npm run gallery -- wall ko 1080x1920`: pictures of every scene and page into `gallery/`, with a
 * contact sheet. Words choose among them, `light|dark` is either; without any it takes hours.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { startServer, stewardToken } from '../e2e/server.ts';
import { buildClient } from './build.ts';
import { openBoard, someUnit } from './gallery/boards.ts';
import { contactSheet } from './gallery/contact-sheet.ts';
import { allShots, crowds, filtered, nameOf, type Shot } from './gallery/shots.ts';
import { root } from './node24.js';

const target = join(root, 'gallery');

async function take(browser: Browser, url: string, shot: Shot, unit: string): Promise<void> {
  const { width, height, theme, language } = shot;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language,
    extraHTTPHeaders: { authorization: `Bearer ${stewardToken}` },
  });
  const page = await context.newPage();
  const path = shot.path.replace('{unit}', unit);
  const themed = shot.kind === 'wall' && theme === 'light' ? '&theme=office' : '';
  await page.goto(`${url}/b/${shot.board}${path}${themed}`);
  // Rows come to rest, and what is fetched behind the first picture is there.
  await sleep(2_500);
  const fullPage = shot.kind === 'page';
  await page.screenshot({ path: join(target, `${nameOf(shot)}.png`), fullPage });
  await context.close();
}

async function takeAll(url: string, shots: readonly Shot[]): Promise<void> {
  const browser = await launchBrowser();
  for (const units of crowds) await openBoard(url, units);
  const boards = [...new Set(shots.map(({ board }) => board))];
  const units = new Map<string, string>();
  for (const board of boards) units.set(board, await someUnit(url, board));
  for (const [at, shot] of shots.entries()) {
    await take(browser, url, shot, units.get(shot.board) ?? 'none');
    if (at % 20 === 19) console.log(`${at + 1} of ${shots.length}`);
  }
  await browser.close();
}

const shots = filtered(allShots(), process.argv.slice(2));
console.log(`${shots.length} pictures`);
await buildClient({ onlyIfStale: true });
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'board-gallery-'));
const server = await startServer({ DATA_DIR: folder, SEED: 'demo', DEMO_PACE_MS: '3600000' });
try {
  await takeAll(server.url, shots);
  writeFileSync(join(target, 'index.html'), contactSheet(shots));
  console.log(`gallery/index.html`);
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
