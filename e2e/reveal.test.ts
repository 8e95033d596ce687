import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, mustPost, send, setUpBoard } from './api.ts';
import { launchBrowser, openLive, takeSeat } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';

const folder = makeFolder();
let walls: Browser;
let pages: Browser;
let server: ServerProcess;
const at = (path: string) => `${server.url}/b/${board}${path}`;

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });
const dayFromNow = (days: number) => day.format(Date.now() + days * 86_400_000);

const drive = {
  name: 'Summer drive',
  from: dayFromNow(0),
  to: dayFromNow(1),
  tasks: [{ id: 'more', metric: 'output', baseline: '0', target: '100' }],
  scoring: { kind: 'fulfilment' },
};

async function mustSend(method: string, path: string, body: unknown): Promise<void> {
  const answer = await send(server.url, method, `/boards/${board}${path}`, body);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}
const move = (to: string) => mustSend('POST', '/drives/summer/state', { to });

beforeAll(async () => {
  [walls, pages] = await Promise.all([launchBrowser(), launchBrowser()]);
  server = await startServer({ DATA_DIR: folder.path });
  await setUpBoard(server.url);
  await mustSend('PUT', '/drives/summer', drive);
  for (const to of ['pledging', 'running']) await move(to);
  for (const [unit, value] of [
    ['anvil', '10'],
    ['bellows', '20'],
    ['chisel', '30'],
    ['drill', '40'],
  ] as const)
    await mustPost(server.url, unit, value, `open-${unit}`);
  await move('frozen');
  // Hidden until the reveal: the last of the open standings wins.
  await mustPost(server.url, 'anvil', '90', 'hidden');
  await move('closed');
});

afterAll(async () => {
  await Promise.all([walls.close(), pages.close()]);
  await server.kill();
  folder.remove();
});

/** What the drive's page shows of the ranking: `1 Drill 40.00`. */
async function standings(page: Page): Promise<string[]> {
  const rows = await page.locator('ol li button[aria-expanded]').allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, ' ').trim());
}

async function expectStanding(page: Page, unit: string, score: string): Promise<void> {
  const row = page.locator('ol li button[aria-expanded]').filter({ hasText: unit });
  await row.filter({ hasText: score }).waitFor();
}

describe('the reveal of a drive', () => {
  it('[FZ16] is driven by one presenter, step by step, and seen on the wall and the page at once', async () => {
    const [wall, spectator, presenter] = await Promise.all([
      takeSeat(walls, 'wall'),
      takeSeat(pages, 'phone'),
      takeSeat(pages, 'desk'),
    ]);
    await openLive(wall, at('/wall'));
    await openLive(spectator, at('/drives/summer'));
    const { page } = presenter;
    await page.setExtraHTTPHeaders({ authorization: `Bearer ${stewardToken}` });
    await openLive(presenter, at('/drives/summer/present'));
    const reveal = wall.page.locator('.reveal');
    await page.getByLabel('Your name').fill('Ada');
    await page.getByRole('button', { name: 'Take the stage' }).click();

    const steps = [
      [4, 'Bellows', '20.00'],
      [3, 'Chisel', '30.00'],
      [2, 'Drill', '40.00'],
    ] as const;
    for (const [place, unit, score] of steps) {
      await page.getByRole('button', { name: `Reveal place ${place}` }).click();
      await Promise.all([
        reveal.filter({ hasText: unit }).waitFor(),
        expectStanding(spectator.page, unit, score),
      ]);
      // Nobody but the presenter knows the winner or the winning score before the last step.
      expect(await spectator.page.content()).not.toContain('90.00');
      expect(await wall.page.content()).not.toContain('90.00');
    }
    await page.getByRole('button', { name: 'Reveal the winner' }).click();
    await page.getByRole('button', { name: 'Reveal now' }).click();
    await Promise.all([
      reveal.filter({ hasText: 'Anvil' }).filter({ hasText: '90.00' }).waitFor(),
      expectStanding(spectator.page, 'Anvil', '90.00'),
    ]);
    expect(
      (await standings(spectator.page)).map((row) => /Anvil|Bellows|Chisel|Drill/.exec(row)?.[0]),
    ).toEqual(['Anvil', 'Drill', 'Chisel', 'Bellows']);
    await page.getByText('Everything is revealed').waitFor();
    expect([...wall.errors, ...spectator.errors, ...presenter.errors]).toEqual([]);
  });
});
