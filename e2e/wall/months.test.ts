import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../scripts/services/free-port.ts';
import { board, mustPost, send, setUpBoard } from '../api.ts';
import { launchBrowser, openLive, takeSeat } from '../browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from '../server.ts';
import { waitFor } from '../wait-for.ts';

const folder = makeFolder();
let browser: Browser;
let port: number;
let server: ServerProcess;
const start = async () => {
  server = await startServer({ DATA_DIR: folder.path, PORT: String(port) });
};

beforeAll(async () => {
  browser = await launchBrowser();
  port = await findFreePort();
  await start();
  await setUpBoard(server.url);
  await mustPost(server.url, 'anvil', '12', 'first');
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

interface Listed {
  displays: { id: string; wall: { online: boolean; scene: string } | null }[];
}
interface Receipts {
  receipts: { connected: number; shown: number; sinceAnnounced: { p50: number } | null }[];
}

async function ask<T>(path: string): Promise<T> {
  const headers = { authorization: `Bearer ${stewardToken}` };
  const answer = await fetch(`${server.url}/api/v1/boards/${board}${path}`, { headers });
  return (await answer.json()) as T; // the HTTP suite checks the shapes
}

const tell = (method: string, path: string, body: object) =>
  send(server.url, method, `/boards/${board}${path}`, body);

async function onlineWalls(count: number): Promise<string[]> {
  return waitFor(`${count} walls`, async () => {
    const { displays } = await ask<Listed>('/displays');
    const online = displays.filter(({ wall }) => wall?.online);
    return online.length === count ? online.map(({ id }) => id) : undefined;
  });
}

const truth = (page: Page, state: 'live' | 'stale') =>
  page.locator(`[role="status"][data-state="${state}"]`).first().waitFor();

/** The row of a unit that is kept on the device of a wall, when it has been written. */
const isKept = (page: Page, unit: string) =>
  page.evaluate(
    (name) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('emulation-walls');
        opening.addEventListener('success', () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains('boards')) return resolve(false);
          const kept = db.transaction('boards').objectStore('boards').getAll();
          kept.addEventListener('success', () => {
            db.close();
            resolve(JSON.stringify(kept.result).includes(name));
          });
        });
      }),
    unit,
  );

describe('walls that run for months', () => {
  it('[DP19] two walls are seen, told and commanded, and a receipt counts both', async () => {
    const seats = [await takeSeat(browser, 'wall'), await takeSeat(browser, 'wall')];
    await Promise.all(seats.map((seat) => openLive(seat, `${server.url}/b/${board}/wall`)));
    const ids = await onlineWalls(2);
    for (const [at, id] of ids.entries())
      await tell('PUT', `/displays/${id}`, { name: `Hall ${at + 1}` });
    for (const id of ids)
      expect((await tell('POST', `/displays/${id}/commands`, { kind: 'identify' })).status).toBe(
        200,
      );
    // It is called as it was when it was asked, until it has heard its name.
    await waitFor('both to say who they are', async () => {
      const names = await Promise.all(
        seats.map(async ({ page }) => page.locator('.identify-name').textContent()),
      );
      const said = new Set(names.map((name) => name?.replace(/\s+/g, ' ')));
      return said.has('Hall 1') && said.has('Hall 2');
    });
    const show = { kind: 'show', show: { scene: 'pulse' }, seconds: 600 };
    expect((await tell('POST', `/displays/${ids[0]}/commands`, show)).status).toBe(200);
    await waitFor('one to show what it was asked', async () => {
      const { displays } = await ask<Listed>('/displays');
      return displays.filter(({ wall }) => wall?.scene === 'pulse').length === 1;
    });
    const until = new Date(Date.now() + 600_000).toISOString();
    await tell('PUT', '/messages/m1', { text: 'Meet at ten', until });
    await seats[1]?.page.locator('.message-text').waitFor();
    await mustPost(server.url, 'bellows', '13', 'broken');
    const receipt = await waitFor('both to have shown it', async () => {
      const [newest] = (await ask<Receipts>('/receipts')).receipts;
      return newest?.shown === 2 ? newest : undefined;
    });
    expect(receipt).toMatchObject({ connected: 2, sinceAnnounced: { p50: expect.any(Number) } });
    await tell('DELETE', '/messages/m1', {});
    for (const { errors } of seats) {
      expect(errors).toEqual([]);
    }
  });

  it('[DP17] a wall that starts while the server is away shows its last state with its age, and follows again', async () => {
    const { page } = await takeSeat(browser, 'wall', 'with workers');
    await openLive({ page, errors: [] }, `${server.url}/b/${board}/wall?scenes=ranking`);
    await page.getByText('Bellows').first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await waitFor('its state to be kept', () => isKept(page, 'Bellows'));
    await server.kill();
    await truth(page, 'stale');
    await page.reload();
    await page.getByText('Bellows').first().waitFor();
    await truth(page, 'stale');
    await start();
    await truth(page, 'live');
    await mustPost(server.url, 'chisel', '11', 'after');
    await page.getByText('Chisel').first().waitFor();
  });

  it('[DP2] a week of a playlist passes on a wall as it is written, by the clock of the board', async () => {
    const weekdays = [1, 2, 3, 4, 5];
    const items = [
      {
        show: { scene: 'ranking' },
        seconds: 3600,
        daysOfWeek: weekdays,
        from: '06:00',
        to: '14:00',
      },
      {
        show: { scene: 'records' },
        seconds: 3600,
        daysOfWeek: weekdays,
        from: '14:00',
        to: '22:00',
      },
      { show: { scene: 'pulse' }, seconds: 3600, daysOfWeek: [6, 7] },
      { show: { scene: 'balance' }, seconds: 3600, daysOfWeek: [5], from: '22:00', to: '06:00' },
    ];
    expect((await tell('PUT', '/playlists/week', { name: 'The week', items })).status).toBe(201);
    const { page } = await takeSeat(browser, 'wall');
    // Before the page sets its first timer, or nobody could stop it.
    await page.clock.install();
    await openLive({ page, errors: [] }, `${server.url}/b/${board}/wall`);
    const [id = ''] = await onlineWalls(1);
    await tell('PUT', `/displays/${id}`, { name: 'Hall', playlist: 'week' });
    // Summer time in Paris: two hours before UTC.
    const moments = [
      ['2026-06-01T04:01:00Z', 'ranking'], // Monday, a minute past six
      ['2026-06-01T12:01:00Z', 'records'],
      ['2026-06-03T08:00:00Z', 'ranking'],
      ['2026-06-04T19:59:00Z', 'records'],
      ['2026-06-05T20:30:00Z', 'balance'],
      ['2026-06-05T21:59:00Z', 'balance'], // a minute to Saturday
      ['2026-06-06T10:00:00Z', 'pulse'],
      ['2026-06-07T21:30:00Z', 'pulse'],
      ['2026-06-08T04:30:00Z', 'ranking'],
    ] as const;
    const shown = async () => {
      const { displays } = await ask<Listed>('/displays');
      return displays.find((one) => one.id === id)?.wall?.scene;
    };
    for (const [at, scene] of moments) {
      await page.clock.setSystemTime(new Date(at));
      await waitFor(`${scene} at ${at}`, async () => (await shown())?.startsWith(scene));
    }
  });

  it('[PD5] a wall of a private board is let in from a phone by its code, and shows a code again once revoked', async () => {
    const open = (method: string, path: string, body: object) =>
      send(server.url, method, path, body);
    const cellar = { id: 'cellar', name: 'The cellar', timeZone: 'UTC', visibility: 'private' };
    await open('POST', '/boards', cellar);
    const { page: wall } = await takeSeat(browser, 'wall');
    await wall.goto(`${server.url}/wall`);
    const code = (await wall.locator('.pairing-code').textContent()) ?? '';
    expect(code).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
    const { page: phone } = await takeSeat(browser, 'phone');
    await phone.setExtraHTTPHeaders({ authorization: `Bearer ${stewardToken}` });
    await phone.goto(`${server.url}/walls?code=${code}`);
    await phone.getByRole('link', { name: 'The cellar' }).click();
    const dialog = phone.getByRole('dialog');
    await dialog.getByText('1920 × 1080').waitFor();
    await dialog.getByRole('textbox', { name: /^Name/ }).fill('Cellar door');
    await dialog.getByRole('button', { name: 'Admit it' }).click();
    await wall.waitForURL(/\/b\/cellar\/wall$/);
    await wall.getByText('The cellar').waitFor();
    // Switched off and on again it is known by its cookie.
    await wall.goto(`${server.url}/wall`);
    await wall.waitForURL(/\/b\/cellar\/wall$/);
    await phone.getByRole('button', { name: 'Revoke Cellar door', exact: true }).click();
    await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
    const again = wall.locator('.pairing-code');
    await again.waitFor({ timeout: 10_000 });
    expect(await again.textContent()).not.toBe(code);
  });
});
