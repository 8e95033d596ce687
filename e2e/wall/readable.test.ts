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

/** Results that hold a record of a metric. */
async function holdersOf(metric: string): Promise<string[]> {
  const answer = await fetch(`${server.url}/api/v1/boards/units-20/records?metric=${metric}`);
  const { records } = (await answer.json()) as { records: { result: string; scope: string }[] };
  const ofSectors = records.filter(({ scope }) => scope === 'sector');
  return [...new Set(ofSectors.map(({ result }) => result))];
}

it('[SC14] nor of the seals of several records, one of which two units set together', async () => {
  await showScene(wall.page, 'units-20', 'ranking');
  const [single, ...singles] = await holdersOf('scrap');
  const [joint] = await holdersOf('output');
  const board = new CrowdedBoard(server.url, 20);
  // The first may be told alone: it came while nothing else waited.
  for (const result of [single, joint, ...singles]) await board.verify(result ?? '');
  await wall.page.locator('.seal-list [data-joint="true"] + li').first().waitFor();
  expect(await faultsAt(wall.page)).toEqual([]);
});

/** Notes every text of a takeover that the page could paint before its size is known. */
function watchTakeovers(): void {
  const unfitted = new Set<string>();
  Object.assign(window, { unfitted });
  new MutationObserver(() => {
    for (const text of document.querySelectorAll<HTMLElement>('.takeover .fitted > span'))
      if (text.textContent !== '' && text.style.fontSize === '0px') unfitted.add(text.textContent);
  }).observe(document.body, { childList: true, subtree: true });
}

it('[UI70] a takeover never stands on the screen without its texts', async () => {
  await showScene(wall.page, 'units-20', 'ranking');
  await wall.page.locator('.ranking-line').first().waitFor();
  await wall.page.evaluate(watchTakeovers);
  await new CrowdedBoard(server.url, 20).post(0, '9999', { partners: [{ unit: 'u1' }] });
  await wall.page.locator('.takeover .scene-names', { hasText: 'Donau' }).waitFor();
  const unfitted = await wall.page.evaluate(() =>
    Array.from((window as unknown as { unfitted: Set<string> }).unfitted),
  );
  expect(unfitted).toEqual([]);
});
