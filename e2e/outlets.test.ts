import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, mustPost, send, setUpBoard } from './api.ts';
import { axeFaults } from './axe.ts';
import { launchBrowser, openLive, takeSeat } from './browser.ts';
import { makeFolder, startServer, type ServerProcess } from './server.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
/** A page of another origin that frames the board. */
let host: Server;
const hostOrigin = (name: string) => `http://${name}:${(host.address() as AddressInfo).port}`;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  await setUpBoard(server.url);
  await mustPost(server.url, 'anvil', '12', 'first');
  await mustPost(server.url, 'bellows', '11', 'second');
  const frame = `<iframe src="${server.url}/embed/${board}?view=ranking" width="500" height="400"></iframe>`;
  host = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(`<!doctype html><title>Intranet</title>${frame}`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  host.close();
  folder.remove();
});

describe('what leaves the board, in a browser', () => {
  it('[OT12] the dialog gives link, image, files, frame and feeds, by keyboard and without a fault', async () => {
    const seat = await takeSeat(browser, 'desk');
    await openLive(seat, `${server.url}/b/${board}?metric=output`);
    await seat.page.getByRole('button', { name: 'Share this view' }).focus();
    await seat.page.keyboard.press('Enter');
    const dialog = seat.page.getByRole('dialog', { name: 'Share this view' });
    await dialog.getByLabel('HTML for the other site').waitFor();
    expect(await dialog.getByLabel('Link to this view').inputValue()).toBe(seat.page.url());
    const image = dialog.getByRole('img', { name: /^Preview image/ });
    await expect
      .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth), {
        timeout: 60_000,
      })
      .toBe(1200);
    const snippet = await dialog.getByLabel('HTML for the other site').inputValue();
    expect(snippet).toContain(`src="${server.url}/embed/${board}?view=ranking&amp;metric=output"`);
    const [file] = await Promise.all([
      seat.page.waitForEvent('download'),
      dialog.getByRole('link', { name: 'Ranking as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${board}-rankings-output.csv`);
    expect(await axeFaults(seat.page)).toEqual([]);
    await seat.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(seat.errors).toEqual([]);
  });

  it('[OT11] an allowed origin frames the board live, another gets nothing', async () => {
    const body = { origins: [hostOrigin('127.0.0.1')] };
    expect((await send(server.url, 'PUT', `/boards/${board}/embedding`, body)).status).toBe(200);
    const allowed = await takeSeat(browser, 'desk');
    await allowed.page.goto(hostOrigin('127.0.0.1'));
    const framed = allowed.page.frameLocator('iframe');
    await framed.getByText('Anvil').waitFor();
    await mustPost(server.url, 'chisel', '15', 'third');
    await framed.getByRole('listitem').first().filter({ hasText: 'Chisel' }).waitFor();
    expect(allowed.errors).toEqual([]);

    const refused = await takeSeat(browser, 'desk');
    await refused.page.goto(hostOrigin('localhost'));
    await expect
      .poll(() => refused.errors.join('\n'), { timeout: 30_000 })
      .toContain('frame-ancestors');
    expect(await refused.page.frameLocator('iframe').getByText('Anvil').count()).toBe(0);
  });

  it('[OT13] an overlay has nothing behind it, and tells a record the moment it is set', async () => {
    const seat = await takeSeat(browser, 'wall');
    await seat.page.goto(`${server.url}/overlay/${board}?metric=output`);
    // Dark graphics over the video, though its canvas is no dark one.
    const slab = await seat.page.locator('h1').evaluate((head) => {
      const { backgroundColor } = getComputedStyle(head.parentElement ?? head);
      return backgroundColor;
    });
    expect(slab).toBe('rgb(12, 14, 19)');
    await seat.page.getByText('Bellows').waitFor();
    await mustPost(server.url, 'drill', '20', 'fourth');
    await seat.page.getByRole('status').filter({ hasText: 'Drill' }).waitFor();
    const picture = await seat.page.screenshot({ omitBackground: true });
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(4);
    const alphaAt = (x: number, y: number) => data[(y * info.width + x) * 4 + 3];
    // The middle and the safe margins belong to the video; the lower third does not.
    expect([alphaAt(960, 400), alphaAt(20, 1060), alphaAt(1900, 20)]).toEqual([0, 0, 0]);
    expect(alphaAt(960, 1080 - 54 - 30)).toBe(255);
    await seat.page.keyboard.press('h');
    await seat.page.getByText('Bellows').waitFor({ state: 'detached' });
    expect(seat.errors).toEqual([]);
  });
});
