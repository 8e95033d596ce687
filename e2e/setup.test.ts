import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openLive, takeSeat } from './browser.ts';
import { makeFolder, startServer, type ServerProcess } from './server.ts';

/** Contract of the purpose: from an empty server to three phones posting and a wall showing. */
const mostActs = 40;

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path, STEWARD_TOKEN: '' });
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

/** Every press and every field that is typed into counts; opening an address by its code does not. */
class Hand {
  acts = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async press(name: string | RegExp): Promise<void> {
    this.acts++;
    await this.page.getByRole('button', { name }).click();
  }
  async choose(name: string | RegExp): Promise<void> {
    this.acts++;
    await this.page.getByRole('radio', { name }).check({ force: true });
  }
  async type(label: string, text: string): Promise<void> {
    this.acts++;
    await this.page.getByLabel(new RegExp(`^${label}`)).fill(text);
  }
}

const units = 'Assembly\tAnvil\nAssembly\tBellows\nPaint\tChisel\nPaint\tChisel';

async function setUp(hand: Hand): Promise<{ wall: string; codes: string[] }> {
  const { page } = hand;
  await hand.type('Name of the board', 'Our plant');
  await hand.press('Next');
  await hand.type('Sectors and units', units);
  await page.getByText('This unit stands above already.').waitFor();
  expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
  await page.reload();
  await page.getByText('This unit stands above already.').waitFor();
  await hand.type('Unit of line 4', 'Drill');
  await hand.press('Next');
  await hand.choose('Manufacturing');
  await hand.press('Create the board');
  await page.getByRole('heading', { name: 'It stands: hand it out' }).waitFor();
  await hand.press('Make the codes of 4 units');
  const codes = page.getByRole('textbox', { name: 'Link' });
  await codes.nth(3).waitFor();
  const wall = await page.locator('article a').getAttribute('href');
  return { wall: wall ?? '', codes: await codes.evaluateAll(addresses) };
}

const addresses = (fields: Element[]) => fields.map((field) => (field as HTMLInputElement).value);

/** Scans the code of a unit, comes in by it, and posts. */
async function postBy(code: string, value: string): Promise<number> {
  const phone = await takeSeat(browser, 'phone');
  const thumb = new Hand(phone.page);
  await phone.page.goto(code);
  await thumb.type('Your name', `Kim ${value}`);
  await thumb.press('Join');
  await thumb.choose(/^Good pieces/);
  thumb.acts++;
  await phone.page.locator('#value').fill(value);
  thumb.acts++;
  await phone.page.locator('button[type="submit"]').click();
  await phone.page.getByRole('heading', { name: 'Posted' }).waitFor();
  expect(phone.errors).toEqual([]);
  return thumb.acts;
}

it('[SU1] an empty server shows a wall and takes posts of three phones in under 40 acts', async () => {
  const [desk, wall] = await Promise.all([takeSeat(browser, 'desk'), takeSeat(browser, 'wall')]);
  const token = /\/setup#(\S+)/.exec(server.output())?.[1] ?? '';
  await desk.page.goto(`${server.url}/setup#${token}`);
  const hand = new Hand(desk.page);
  const { wall: wallAddress, codes } = await setUp(hand);
  await openLive(wall, wallAddress);

  let acts = hand.acts;
  for (const [at, code] of codes.slice(0, 3).entries()) acts += await postBy(code, `${41 + at}`);
  await wall.page.getByText('43').first().waitFor();
  expect(acts).toBeLessThan(mostActs);
  expect([...desk.errors, ...wall.errors]).toEqual([]);
});
