import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, mustPost, readLedger, setUpBoard } from './api.ts';
import { launchBrowser, typeResult, withoutWorkers } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';
import { waitFor } from './wait-for.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
let context: BrowserContext;
let page: Page;

/** A phone: a small screen under a thumb. */
async function takePhone(locale: string): Promise<void> {
  context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    isMobile: true,
    hasTouch: true,
    locale,
    extraHTTPHeaders: { authorization: `Bearer ${stewardToken}` },
  });
  await withoutWorkers(context);
  page = await context.newPage();
  await page.goto(`${server.url}/b/${board}/post`);
  await page.locator('#value').waitFor();
}

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  await setUpBoard(server.url);
  for (const mark of ['9', '9.5', '10', '10.5', '11'])
    await mustPost(server.url, 'anvil', mark, `first-${mark}`);
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

const key = (name: string) =>
  page.getByRole('group', { name: 'Number pad' }).getByRole('button', { name, exact: true });
const valuesInLedger = async () =>
  (await readLedger(server.url)).flatMap(({ fact }) => fact.value ?? []);

describe('posting with a thumb', () => {
  it('[PO11] a usual result takes as many taps as it has digits, and one', async () => {
    await takePhone('en-GB');
    await typeResult(page, 'Anvil', '9.7');
    await page.locator('button[type="submit"]').tap();
    await page.getByText('Post another').waitFor();

    // Opened again the next day: unit and metric are there.
    await page.reload();
    await page.locator('#value').waitFor();
    let taps = 0;
    const tap = async (locator: ReturnType<typeof key>) => {
      taps += 1;
      await locator.tap();
    };
    for (const digit of ['1', '0', 'Decimal sign', '8']) await tap(key(digit));
    expect(await page.locator('#value').inputValue()).toBe('10.8');
    await tap(page.getByRole('button', { name: /^Post 10\.8/ }));
    await waitFor('it in the ledger', async () => (await valuesInLedger()).includes('10.8'));
    expect(taps).toBe('10.8'.length + 1);
    await page.getByText('Post another').waitFor();
    await context.close();
  });

  it('[PO9] the pad speaks the language’s decimal sign and keeps the phone’s keyboard away', async () => {
    await takePhone('de-DE');
    await page.getByRole('option', { name: 'Anvil' }).tap();
    await page.getByRole('radio', { name: /^Output/ }).check();
    const value = page.locator('#value');
    expect(await value.getAttribute('inputmode')).toBe('none');
    await value.focus();
    for (const button of await page.locator('[data-kind="1"], [data-kind="decimal"]').all())
      await button.tap();
    expect(await value.inputValue()).toBe('1,');
    // A keyboard beside the screen, and what was copied elsewhere.
    await page.keyboard.type('2');
    expect(await value.inputValue()).toBe('1,2');
    await page.locator('[data-kind="back"]').tap();
    await page.locator('[data-kind="sign"]').tap();
    expect(await value.inputValue()).toBe('-1,');
    await value.fill('11.2');
    await page.locator('button[type="submit"]', { hasText: '11,2' }).waitFor();
    await context.close();
  });

  it('[PO10] what is ten times too much is asked about once, mended by a tap, and never blocked', async () => {
    await takePhone('en-GB');
    await typeResult(page, 'Anvil', '107');
    // At once, whether what the unit usually posts has come or not.
    await page.locator('button[type="submit"]').tap();
    await page.getByText('107.0 t is far outside what Anvil usually posts').waitFor();
    await page.getByRole('button', { name: /^Change it to 10\.7/ }).tap();
    expect(await page.locator('#value').inputValue()).toBe('10.7');
    await page.locator('#value').fill('108');
    // Asked about while the page was scrolled down to a note: the number comes back into sight.
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight }));
    await page.locator('button[type="submit"]').tap();
    await waitFor('the number in sight', async () => {
      const box = await page.locator('#value').boundingBox();
      return box !== null && box.y >= 0;
    });
    await page.getByRole('button', { name: /^Yes, post 108/ }).tap();
    await waitFor('it in the ledger', async () => (await valuesInLedger()).includes('108'));
    expect(await valuesInLedger()).not.toContain('107');
    await context.close();
  });

  it('[PO12] a photograph waits with its result, goes out with it, and stands on its page', async () => {
    await takePhone('en-GB');
    await typeResult(page, 'Bellows', '10.9');
    await page.getByText('Photo, partners, note').tap();
    const large = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(3000, 2000);
      const paint = canvas.getContext('2d');
      for (let at = 0; at < 3000; at += 10) {
        if (paint) paint.fillStyle = `hsl(${at} 80% ${at % 100}%)`;
        paint?.fillRect(at, (at * 7) % 2000, 300, 900);
      }
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    const file = { name: 'display.png', mimeType: 'image/png', buffer: Buffer.from(large) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByRole('img', { name: 'The photo that goes along' }).waitFor();
    await context.setOffline(true);
    await page.locator('button[type="submit"]').tap();
    await page.getByText('Kept, and sent again by itself').waitFor();
    await context.setOffline(false);
    await page.getByText('Post another').waitFor();
    await waitFor('it in the ledger', async () => (await valuesInLedger()).includes('10.9'));
    await page.getByRole('link', { name: 'Look at this result' }).tap();
    const shown = page.getByRole('img', { name: /^Photo/ });
    await shown.waitFor();
    const width = await shown.evaluate((image: HTMLImageElement) =>
      image.decode().then(() => image.naturalWidth),
    );
    expect(width).toBeGreaterThan(0);
    await context.close();
  });

  it('[PO16] a photograph that takes its time is being posted, and not said to be sent again', async () => {
    await takePhone('en-GB');
    await typeResult(page, 'Chisel', '10.2');
    await page.getByText('Photo, partners, note').tap();
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 64, height: 64 } });
    const file = { name: 'display.png', mimeType: 'image/png', buffer: picture };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByRole('img', { name: 'The photo that goes along' }).waitFor();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    await page.route('**/pictures', async (route) => {
      await held;
      await route.continue();
    });
    // Whatever the headings said on the way.
    const headings = page.evaluate(
      () =>
        new Promise<string[]>((told) => {
          const said: string[] = [];
          const observer = new MutationObserver(() => {
            const heading = document.querySelector('h1')?.textContent ?? '';
            if (heading !== said.at(-1)) said.push(heading);
            if (heading.startsWith('Posted')) told(said);
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        }),
    );
    await page.locator('button[type="submit"]').tap();
    await page.getByText('Kept here, and on its way').waitFor();
    letGo();
    const [form, slow, posted, ...more] = await headings;
    expect([form, slow, more]).toEqual(['Post a result', 'Kept here, and on its way', []]);
    expect(posted).toMatch(/^Posted/);
    await context.close();
  });

  it('[PO15] what the number means, and the number that is asked about, are in sight in a low window', async () => {
    context = await browser.newContext({
      viewport: { width: 1280, height: 480 },
      locale: 'en-GB',
      extraHTTPHeaders: { authorization: `Bearer ${stewardToken}` },
    });
    await withoutWorkers(context);
    page = await context.newPage();
    await page.goto(`${server.url}/b/${board}/post`);
    await typeResult(page, 'Anvil', '107');
    const edges = async (part: string) => {
      const box = await page.locator(part).boundingBox();
      return { top: box?.y ?? NaN, bottom: (box?.y ?? NaN) + (box?.height ?? NaN) };
    };
    const send = 'button[type="submit"]';
    await page.locator('[data-forecast] li').first().waitFor();
    await waitFor('what it means above the button', async () => {
      const [means, button] = [await edges('[data-forecast]'), await edges(send)];
      return means.bottom <= button.top;
    });
    await page.locator(send).click();
    await page.getByText('107.0 t is far outside what Anvil usually posts').waitFor();
    await waitFor('the number above the question', async () => {
      const [number, question] = [await edges('#value'), await edges('[role="alert"]')];
      return number.top >= 0 && number.bottom <= question.top;
    });
    await context.close();
  });
});
