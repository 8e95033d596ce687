import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, mustPost, readLedger, setUpBoard } from './api.ts';
import { launchBrowser, openLive, pressPost, takeSeat, typeResult, type Seat } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';
import { waitFor } from './wait-for.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
const at = (path: string) => `${server.url}/b/${board}${path}`;
const bearer = { authorization: `Bearer ${stewardToken}` };

/** Signed in by a set-up link, with its cookie; the server then starts again with a token beside it. */
let cookie: { name: string; value: string; url: string };

function cookieOf(answer: Response): typeof cookie {
  const [pair = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url };
}

const secret = { name: 'first-steward', password: 'correct horse battery' };

/** So that whoever signed out can come back as the same person. */
async function setPassword(): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/account/password`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      cookie: `${cookie.name}=${cookie.value}`,
      origin: server.url,
    },
    body: JSON.stringify({ signInName: secret.name, password: secret.password }),
  });
  expect(answer.status).toBe(200);
}

async function signInAgain(): Promise<typeof cookie> {
  const answer = await fetch(`${server.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify(secret),
  });
  return cookieOf(answer);
}

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path, STEWARD_TOKEN: '' });
  const token = /\/setup#(\S+)/.exec(server.output())?.[1] ?? '';
  const answer = await fetch(`${server.url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  cookie = cookieOf(answer);
  await setPassword();
  server.signal('SIGTERM');
  await server.exit;
  server = await startServer({ DATA_DIR: folder.path, PORT: String(server.port) });
  await setUpBoard(server.url);
  for (const mark of ['9', '9.5', '10']) await mustPost(server.url, 'anvil', mark, `first-${mark}`);
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

async function takePhone(): Promise<Seat> {
  const phone = await takeSeat(browser, 'phone', 'with workers');
  await phone.page.context().addCookies([cookie]);
  await openLive(phone, at('/post'));
  return phone;
}

/** Types it, posts it, and goes back to the form. */
async function postWaiting(page: Page, unit: string, value: string): Promise<void> {
  await typeResult(page, unit, value);
  await pressPost(page);
  await page.getByText('Kept, and sent again by itself').waitFor();
  await page.getByRole('button', { name: 'Post another' }).click();
}

const valuesInLedger = async () =>
  (await readLedger(server.url)).flatMap(({ fact }) => fact.value ?? []);
const countOf = (values: readonly string[], value: string) =>
  values.filter((one) => one === value).length;

describe('without a network', () => {
  it('[PO5] what two tabs typed goes out in order and once each when the network is back', async () => {
    const phone = await takePhone();
    const context = phone.page.context();
    const other = { page: await context.newPage(), errors: [] };
    await openLive(other, at('/post'));
    await context.setOffline(true);
    await postWaiting(phone.page, 'Anvil', '10.1');
    await postWaiting(other.page, 'Bellows', '10.2');
    await postWaiting(phone.page, 'Chisel', '10.3');
    await other.page.getByText('Waiting to be posted').waitFor();
    await waitFor(
      'the other tab to see all three',
      async () => (await other.page.locator('[aria-labelledby="own-waiting"] li').count()) === 3,
    );
    await context.setOffline(false);
    const typed = ['10.1', '10.2', '10.3'];
    await waitFor('the three in the ledger', async () => {
      const values = await valuesInLedger();
      return typed.every((value) => values.includes(value));
    });
    await phone.page.locator('[aria-labelledby="own-posted"] li').nth(2).waitFor();
    // Whatever else were sent would be sent within this time.
    await phone.page.waitForTimeout(1_500);
    expect((await valuesInLedger()).filter((value) => typed.includes(value))).toEqual(typed);
    await context.close();
  });

  it('[PO5] a phone reopened without a network posts from what it kept, and sends it later', async () => {
    const phone = await takePhone();
    await phone.page.evaluate(() => navigator.serviceWorker.ready);
    // What is shown is kept soon after it came.
    await phone.page.waitForTimeout(2_000);
    await server.kill();
    await phone.page.reload();
    await postWaiting(phone.page, 'Drill', '10.4');
    await phone.page.reload();
    await phone.page.locator('[aria-labelledby="own-waiting"] li').waitFor();
    server = await startServer({ DATA_DIR: folder.path, PORT: String(server.port) });
    await phone.page.locator('[aria-labelledby="own-posted"] li').waitFor();
    expect(countOf(await valuesInLedger(), '10.4')).toBe(1);
    await phone.page.context().close();
  });
});

describe('a device that keeps nothing', () => {
  it('[PO8] says so, and sends what was typed as long as the page is open', async () => {
    const phone = await takeSeat(browser, 'phone', 'with workers');
    const { page } = phone;
    await page.context().addCookies([cookie]);
    await page.addInitScript(() =>
      Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      }),
    );
    await openLive(phone, at('/post'));
    await page.context().setOffline(true);
    await postWaiting(page, 'Anvil', '10.9');
    await page.getByText('This browser does not let the page keep anything.').waitFor();
    await page.context().setOffline(false);
    await waitFor('it in the ledger', async () => (await valuesInLedger()).includes('10.9'));
    expect(phone.errors).toEqual([]);
    await page.context().close();
  });
});

describe('a result that is refused for good', () => {
  it('[PO6] is set aside with its reason, the one behind it goes out, and it can be mended', async () => {
    const phone = await takePhone();
    const { page } = phone;
    await page.context().setOffline(true);
    await typeResult(page, 'Anvil', '10.5');
    await page.getByRole('radio', { name: 'Another day' }).press('Space');
    await page.locator('input[type="date"]').fill('2999-01-01');
    await pressPost(page);
    await page.getByRole('button', { name: 'Post another' }).click();
    await postWaiting(page, 'Bellows', '10.6');
    await page.context().setOffline(false);
    await waitFor('the second in the ledger', async () =>
      (await valuesInLedger()).includes('10.6'),
    );
    const aside = page.locator('[aria-labelledby="own-aside"] li');
    // The field by its name on the page.
    await aside.getByText('time:').waitFor();
    await aside.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await aside.getByRole('button', { name: 'Mend' }).click();
    await page.getByRole('radio', { name: 'Now' }).press('Space');
    await pressPost(page);
    await waitFor('the mended one in the ledger', async () =>
      (await valuesInLedger()).includes('10.5'),
    );
    expect(await aside.count()).toBe(0);
    expect(countOf(await valuesInLedger(), '10.5')).toBe(1);
    await page.context().close();
  });
});

describe('a shared device', () => {
  it('[PO7] signing out keeps what waits for its owner; another sign-in neither sees nor sends it', async () => {
    const phone = await takePhone();
    const { page } = phone;
    await page.route('**/api/v1/boards/*/results', (route) => route.abort());
    await postWaiting(page, 'Chisel', '10.7');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('1 result still waits').waitFor();
    await page.getByRole('button', { name: 'Sign out all the same' }).click();
    await page.getByText('1 result on this device waits').waitFor();
    expect(await page.locator('[aria-labelledby="own-waiting"]').count()).toBe(0);
    await page.unroute('**/api/v1/boards/*/results');

    await page.context().setExtraHTTPHeaders(bearer);
    await openLive(phone, at('/post'));
    await typeResult(page, 'Drill', '10.8');
    await pressPost(page);
    await waitFor('the other’s in the ledger', async () =>
      (await valuesInLedger()).includes('10.8'),
    );
    expect(await page.getByText('10.7').count()).toBe(0);
    expect(countOf(await valuesInLedger(), '10.7')).toBe(0);

    await page.context().setExtraHTTPHeaders({});
    await page.context().addCookies([await signInAgain()]);
    await openLive(phone, at('/post'));
    await waitFor('the kept one in the ledger', async () =>
      (await valuesInLedger()).includes('10.7'),
    );
    expect(countOf(await valuesInLedger(), '10.7')).toBe(1);
    await page.context().close();
  });
});
