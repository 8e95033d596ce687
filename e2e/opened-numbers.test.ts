import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { board, send, setUpBoard } from './api.ts';
import { launchBrowser, takeSeat } from './browser.ts';
import { makeFolder, startServer, type ServerProcess } from './server.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function mustSend(method: string, path: string, body: unknown): Promise<void> {
  const answer = await send(server.url, method, `/boards/${board}${path}`, body);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

const post = (unit: string, value: string, days: number) =>
  mustSend('POST', '/results', { unit, metric: 'output', value, achievedAt: daysAgo(days) });

/** Anvil wrote how; Bellows adopted it three weeks ago and has beaten the board's record since. */
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  await setUpBoard(server.url);
  await post('anvil', '20', 40);
  for (const days of [37, 34, 31]) await post('bellows', '10', days);
  const text = { unit: 'anvil', metric: 'output', title: 'Tools first', change: 'A rack.' };
  await mustSend('PUT', '/experiences/tools', text);
  for (const [to, days] of [
    ['studying', 24],
    ['trial', 22],
    ['adopted', 21],
  ] as const)
    await mustSend('POST', '/experiences/tools/adoptions/bellows', { to, at: daysAgo(days) });
  for (const [value, days] of [
    ['14', 12],
    ['15', 9],
    ['25', 3],
  ] as const)
    await post('bellows', value, days);
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

/** The result that the first line of an open dialog leads to. */
async function followFirst(page: Page, text: string): Promise<void> {
  await page.getByRole('dialog').getByRole('link', { name: text }).first().click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await page.goBack();
}

it('[EX38] a lift and the records that descend from an experience open to their results', async () => {
  const { page, errors } = await takeSeat(browser, 'desk');
  await page.goto(`${server.url}/b/${board}/experience/tools`);
  const tree = page.getByRole('region', { name: 'How it spreads' });
  await tree.getByRole('button', { name: 'What it is measured from' }).click();
  expect(await page.getByRole('dialog').getByRole('row').count()).toBe(6);
  await followFirst(page, '25.0');
  await tree.getByRole('button', { name: /records since/ }).click();
  await followFirst(page, '25.0');
  expect(errors).toEqual([]);
});
