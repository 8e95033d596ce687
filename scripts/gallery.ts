/**
 * `npm run gallery`: pictures of every scene and page into `gallery/`, each at all sizes and with
 * every board, languages and themes in turn: some 400 in a quarter of an hour. Words choose among
 * them (`wall units-20|demo`), with `every` among all of them, which take hours: `every wall ko contrast`. `server` are the pages of no
 * board, and `contrast` is the system's wish for more of it.
 * Sheets show many at once.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../e2e/browser.ts';
import { startServer } from '../e2e/server.ts';
import { CrowdedBoard } from '../e2e/wall/crowded-board.ts';
import { waitFor } from '../e2e/wait-for.ts';
import { buildClient } from './build.ts';
import { takeAll } from './gallery/camera.ts';
import { contactSheet } from './gallery/contact-sheet.ts';
import { placesOf, type Places } from './gallery/places.ts';
import { writeSheets } from './gallery/sheets.ts';
import { allShots, crowds, filtered, spread, type Shot } from './gallery/shots.ts';
import { root } from './node24.js';

const target = join(root, 'gallery');

function chosen(words: readonly string[]): Shot[] {
  const filters = words.filter((word) => word !== 'every');
  const isEvery = filters.length < words.length;
  return filtered(isEvery ? allShots() : spread(allShots()), filters);
}

async function openBoards(url: string, boards: readonly string[]): Promise<Map<string, Places>> {
  for (const units of crowds)
    if (boards.includes(`units-${units}`)) await new CrowdedBoard(url, units).open();
  const places = new Map<string, Places>();
  for (const board of boards) {
    const ready = board === 'demo' ? 'experience' : undefined;
    const known = await waitFor(`the board ${board}`, async () => {
      const found = await placesOf(url, board).catch(() => undefined);
      return ready === undefined || found?.[ready] !== 'none' ? found : undefined;
    });
    places.set(board, known);
  }
  return places;
}

const shots = chosen(process.argv.slice(2));
console.log(`${shots.length} pictures`);
await buildClient({ onlyIfStale: true });
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'board-gallery-'));
const SEED = shots.some(({ board }) => board === 'demo') ? 'demo' : 'none';
const server = await startServer({ DATA_DIR: folder, SEED, DEMO_PACE_MS: '3600000' });
const browser = await launchBrowser();
try {
  const places = await openBoards(server.url, [
    ...new Set(shots.map(({ board }) => board).filter((board) => board !== 'server')),
  ]);
  const taken = await takeAll({ browser, url: server.url, places, target }, shots);
  await writeSheets(target, taken);
  writeFileSync(join(target, 'index.html'), contactSheet(taken));
  console.log(`gallery/index.html`);
} finally {
  await browser.close();
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
