import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openLive, takeSeat } from '../browser.ts';
import { makeFolder, startServer, type ServerProcess } from '../server.ts';
import { CrowdedBoard } from './crowded-board.ts';
import { faultsAt, showScenes, wallSizes } from './readable.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

async function openWall(board: CrowdedBoard): Promise<{ page: Page; errors: string[] }> {
  await board.open();
  const seat = await takeSeat(browser, 'wall');
  await openLive(seat, `${server.url}/b/${board.id}/wall?seconds=3600`);
  return seat;
}

/** The scene and what shows that its data have come. */
const scenes = [
  ['ranking:output', '.ranking-line'],
  ['ranking:output/s0', '.ranking-line'],
  ['versus', '.versus-band, .empty-text'],
  ['records', '.day-line, .empty-text'],
  ['drive', '.ranking-line'],
  ['pulse', '.pulse-sector'],
  ['balance', '.balance-column'],
  ['unit:u0', '.unit-place'],
  ['experience', '.experience-title'],
  ['cooperation', '.cooperation-pairs, .empty-text'],
  ['message', '.empty-text'],
] as const;

async function faultsOfScenes(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [scene, shown] of scenes) {
    await showScenes(page, scene);
    await page.locator(shown).first().waitFor();
    for (const size of wallSizes)
      faults.push(...(await faultsAt(page, size)).map((fault) => `${scene} ${fault}`));
  }
  return faults;
}

describe('a wall read from 8 metres', () => {
  it('[SC13] a board without units and results says so, at every size', async () => {
    const { page, errors } = await openWall(new CrowdedBoard(server.url, 0));
    await page.locator('.wall-message-title').waitFor();
    const faults: string[] = [];
    for (const size of wallSizes) faults.push(...(await faultsAt(page, size)));
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([1, 20, 200])(
    '[SC13] no text of any scene is cut or below the least size, with %i units of 60 characters',
    async (units) => {
      const { page, errors } = await openWall(new CrowdedBoard(server.url, units));
      expect(await faultsOfScenes(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    },
    300_000,
  );
});
