import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openLive, takeSeat, type Seat } from '../browser.ts';
import { makeFolder, startServer, type ServerProcess } from '../server.ts';
import { CrowdedBoard } from './crowded-board.ts';
import { faultsAt, showScene } from './readable.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
let wall: Seat;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder.path });
  const boards = [0, 20].map((units) => new CrowdedBoard(server.url, units).open());
  [browser] = await Promise.all([launchBrowser(), ...boards]);
  wall = await takeSeat(browser, 'wall');
  await openLive(wall, `${server.url}/b/units-20/wall?seconds=3600`);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

/** Each with what shows that its data have come. */
const scenes = {
  ranking: '.ranking-line',
  'ranking:output/s0': '.ranking-line',
  versus: '.versus-band, .empty-text',
  records: '.day-line, .empty-text',
  drive: '.ranking-line',
  pulse: '.pulse-sector',
  balance: '.balance-column',
  'unit:u0': '.unit-place',
  experience: '.experience-title',
  cooperation: '.cooperation-pairs, .empty-text',
  replay: '.replay-row, .empty-text',
  message: '.empty-text',
};

async function faultsOf(page: Page, board: string, shown: Record<string, string>) {
  const faults: string[] = [];
  for (const [scene, sign] of Object.entries(shown)) {
    await showScene(page, board, scene);
    await page.locator(sign).first().waitFor();
    faults.push(...(await faultsAt(page)).map((fault) => `${scene} ${fault}`));
  }
  return faults;
}

it.each([0, 20])(
  '[SC14] with %i units of 60 characters no text of any scene is cut or below the least size',
  async (units) => {
    const shown = units === 0 ? { ranking: '.wall-message-title' } : scenes;
    expect(await faultsOf(wall.page, `units-${units}`, shown)).toEqual([]);
    expect(wall.errors).toEqual([]);
  },
);
