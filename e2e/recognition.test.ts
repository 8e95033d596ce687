import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, mustPost, readJson, send, setUpBoard } from './api.ts';
import { launchBrowser, openLive, takeSeat, type Seat } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
let steward: Seat;
const at = (path: string) => `${server.url}/b/${board}${path}`;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  await setUpBoard(server.url);
  await mustPost(server.url, 'anvil', '10', 'first');
  await mustPost(server.url, 'bellows', '12', 'second');
  await mustPost(server.url, 'chisel', '14', 'third');
  steward = await takeSeat(browser, 'desk');
  await steward.page.setExtraHTTPHeaders({ authorization: `Bearer ${stewardToken}` });
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

/** One red pixel, as PNG. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

/** The card of a record on the wall. */
const card = (page: Page, unit: string): Locator =>
  page.locator('.record-card').filter({ hasText: unit });
const seal = (of: Locator, state: string) => of.getByRole('img', { name: state });

interface Result {
  state: string;
  value: string;
  partners: { unit: string; share: string }[];
}
const resultOf = async (id: string) =>
  (await readJson(server.url, `/boards/${board}/results/${id}`)) as Result;

describe('what a steward does about a result, in the browser', () => {
  it('[VF19] a record verified in the queue, with a picture as evidence, gets its seal on the wall', async () => {
    const wall = await takeSeat(browser, 'wall');
    await openLive(wall, at('/wall?scenes=ranking'));
    await seal(card(wall.page, 'Chisel'), 'provisional').waitFor();
    const { page } = steward;
    await openLive(steward, at('/verification'));
    const chisel = page.getByRole('button', { name: /Chisel/ }).first();
    await chisel.click();
    const [scale] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByText('Add pictures').click(),
    ]);
    await scale.setFiles({ name: 'scale.png', mimeType: 'image/png', buffer: picture });
    await page.getByRole('img', { name: 'Picture 1' }).waitFor();
    await page.getByRole('button', { name: 'Verify', exact: true }).click();
    await page.getByText('See what happened to it').click();
    await page.getByRole('img', { name: 'Photo 1' }).first().waitFor();
    await seal(card(wall.page, 'Chisel'), 'verified').waitFor();
    expect(wall.errors).toEqual([]);
    await wall.page.context().close();
  });

  it('[VF17] an annulment shows what it would change, and then changes it', async () => {
    const { id } = await mustPost(server.url, 'drill', '20', 'mistake');
    const { page } = steward;
    await openLive(steward, at(`/r/${id}`));
    await page.getByRole('button', { name: 'Annul…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('two shifts were added up');
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    const follows = dialog.getByRole('region', { name: 'What would change' });
    await follows
      .getByText(/then stands: 14\.0.t · Chisel/)
      .first()
      .waitFor();
    await follows.getByText('2nd → 1st').waitFor();
    expect((await resultOf(id)).state).toBe('provisional');
    await dialog.getByRole('button', { name: 'Annul it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Reason: two shifts were added up').waitFor();
    expect((await resultOf(id)).state).toBe('annulled');
  });

  it('[VF17] a correction does so as well, and asks again when another field changes', async () => {
    const { id } = await mustPost(server.url, 'drill', '15', 'misread');
    const { page } = steward;
    await openLive(steward, at(`/r/${id}`));
    await page.getByRole('button', { name: 'Correct…' }).click();
    const dialog = page.getByRole('dialog');
    const show = dialog.getByRole('button', { name: 'Show what would change' });
    await dialog.getByLabel('Reason').fill('misread');
    expect(await show.isDisabled()).toBe(true);
    await dialog.getByLabel('Value (t)').fill('13,5');
    await show.click();
    await dialog.getByRole('button', { name: 'Correct it' }).waitFor();
    await dialog.getByLabel('Value (t)').fill('13');
    await show.click();
    await dialog.getByRole('button', { name: 'Correct it' }).click();
    await page.getByText('As now recognised').waitFor();
    expect(await resultOf(id)).toMatchObject({ value: '13.0', state: 'provisional' });
  });

  it('[VF17] a leader annuls what the own unit posted, and nothing of another', async () => {
    const body = { role: 'leader', units: ['drill'], uses: 1, days: 1 };
    const invitation = await send(server.url, 'POST', `/boards/${board}/invitations`, body, 'lead');
    const { link } = (await invitation.json()) as { link: string };
    const leader = await takeSeat(browser, 'phone');
    const { page } = leader;
    const accepted = await page.request.post(`${server.url}/api/v1/invitations/acceptance`, {
      data: { token: link.slice(link.indexOf('#') + 1), name: 'Ada' },
      headers: { origin: server.url },
    });
    expect(accepted.ok()).toBe(true);
    const { id } = await mustPost(server.url, 'drill', '9', 'typed-twice');
    await openLive(leader, at(`/r/${id}`));
    await page.getByText('nobody has verified it yet').waitFor();
    await page.getByRole('button', { name: 'Annul…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('typed twice');
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByRole('button', { name: 'Annul it' }).click();
    await page.getByText('Reason: typed twice').waitFor();
    expect((await resultOf(id)).state).toBe('annulled');
    const other = await mustPost(server.url, 'bellows', '9', 'of-another');
    await openLive(leader, at(`/r/${other.id}`));
    await page.locator('#history-title').waitFor();
    expect(await page.getByRole('button', { name: 'Annul…' }).count()).toBe(0);
    await page.context().close();
  });

  it('[JT11] a unit’s part is declined by hand, and its share returns to the rest', async () => {
    const partners = [{ unit: 'anvil', role: 'helped', share: '0.4' }];
    const body = { unit: 'bellows', metric: 'output', value: '11', partners };
    const answer = await send(server.url, 'POST', `/boards/${board}/results`, body, 'joint');
    // The contract's answer; the HTTP suite checks its shape.
    const { id } = (await answer.json()) as { id: string };
    const { page } = steward;
    await openLive(steward, at('/u/anvil'));
    const named = page.getByRole('region', { name: 'Named as a partner' });
    await named.getByText('40%').waitFor();
    await named.getByRole('button', { name: 'Decline' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Why/).fill('we were not there');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await dialog.waitFor({ state: 'detached' });
    await named.getByRole('button', { name: 'Decline' }).waitFor({ state: 'detached' });
    expect((await resultOf(id)).partners).toEqual([]);
    expect(steward.errors).toEqual([]);
  });
});
