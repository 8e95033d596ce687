import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, mustPost, send, setUpBoard } from './api.ts';
import { axeFaults } from './axe.ts';
import { chooseOption, launchBrowser, openLive, takeSeat, typeDate } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
const at = (path: string) => `${server.url}/b/${board}${path}`;

const dayMs = 86_400_000;
/** A day of the zone of the board, so many days from now. */
const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now() + days * dayMs);

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  await setUpBoard(server.url);
  const before = [
    ['anvil', '10'],
    ['bellows', '8'],
    ['chisel', '12'],
  ];
  for (const [unit, value] of before) {
    const body = { unit, metric: 'output', value, achievedAt: dayFromNow(-2) };
    const answer = await send(server.url, 'POST', `/boards/${board}/results`, body, `old-${unit}`);
    expect(answer.status).toBe(201);
  }
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

const next = (page: Page, step: string) =>
  page.getByRole('button', { name: `Next: ${step}` }).click();

/** Name and dates: four days that begin today. */
async function writePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin from nothing' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Autumn drive');
  await typeDate(page, 'First day', dayFromNow(0));
  await typeDate(page, 'Last day', dayFromNow(3));
  await next(page, 'Who takes part');
  await page.getByRole('checkbox', { name: 'Drill' }).uncheck();
  await page.getByText('3 of 4 units take part').waitFor();
  await next(page, 'Tasks');
}

/** One task by the suggestion, first with a target that the server refuses. */
async function writeTask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a task' }).click();
  await chooseOption(page, 'Metric', 'Output');
  await page.getByLabel('Better by').fill('20');
  await page.getByRole('button', { name: /^Take 10\.0.* → 12\.0/ }).click();
  await page.getByLabel('Target').fill('10');
  await next(page, 'Scoring');
  await page.getByText('must not be equal to the baseline').waitFor();
  await page.getByLabel('Target').fill('12');
  await next(page, 'Scoring');
  await page.getByRole('heading', { name: 'Scoring' }).waitFor();
}

const standing = (page: Page, text: string | RegExp) =>
  page.getByRole('button', { expanded: false }).filter({ hasText: text });

describe('a drive, from the first word to the wall', () => {
  it('[WS10] written in the wizard, kept over a reload, opened, started, and moved by a result', async () => {
    const [steward, spectator, wall] = await Promise.all([
      takeSeat(browser, 'desk'),
      takeSeat(browser, 'phone'),
      takeSeat(browser, 'wall'),
    ]);
    await openLive(wall, at('/wall?scenes=drive&seconds=60'));
    const { page } = steward;
    await page.setExtraHTTPHeaders({ authorization: `Bearer ${stewardToken}` });
    await openLive(steward, at('/drives/_new'));
    await writePlan(page);
    await page.reload();
    await page.getByText('Here is what you wrote before').waitFor();
    await writeTask(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.reload();
    await next(page, 'Check');
    await page.getByText('Saved as a draft').waitFor();
    await page.getByText(/^As it would have been/).waitFor();
    // 12 is the target: all of the plan; the baseline, 10, earned nothing.
    await page.locator('li').filter({ hasText: 'Chisel' }).filter({ hasText: '100.00' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open for pledges' }).click();
    await page.getByText('Running').first().waitFor();

    await wall.page.locator('.takeover', { hasText: 'The drive begins' }).waitFor();
    await openLive(spectator, page.url());
    await mustPost(server.url, 'bellows', '11', 'in-the-drive');
    await standing(spectator.page, /Bellows.*50\.00/s).waitFor();
    const line = wall.page.locator('.ranking-line').filter({ hasText: 'Bellows' });
    await line.filter({ hasText: '50.00' }).waitFor();
    await wall.page.getByRole('heading', { name: 'Autumn drive' }).waitFor();
    expect(await wall.page.getByRole('timer').textContent()).toContain('It ends in');

    await page.getByRole('link', { name: 'Change' }).click();
    await page.getByText('Dates, tasks and scoring stand').waitFor();
    const firstDay = page.getByRole('group', { name: 'First day' });
    expect(await firstDay.getByRole('button').isDisabled()).toBe(true);
    await page.getByLabel('Name', { exact: true }).fill('Autumn drive, extended');
    await next(page, 'Who takes part');
    await wall.page.getByRole('heading', { name: 'Autumn drive, extended' }).waitFor();
    // What was wrong with the form is answered with 400, which the browser logs.
    expect([
      ...steward.errors.filter((error) => !error.includes('400')),
      ...spectator.errors,
      ...wall.errors,
    ]).toEqual([]);
  });
});
