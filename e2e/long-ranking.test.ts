import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openLive, takeSeat } from './browser.ts';
import { makeFolder, startServer, stewardToken, type ServerProcess } from './server.ts';

const folder = makeFolder();
const units = 10_000;
let browser: Browser;
let server: ServerProcess;
let page: Page;
let errors: string[];

const header = 'sector,unit,metric,unit_of_measure,direction,achieved_at,value,partners,note';
const nameOf = (at: number) => `Team ${String(at).padStart(5, '0')}`;

/** Team 00001 leads with the most, and so on; five sectors in turn. */
function csv(): string {
  const lines = Array.from({ length: units }, (_, at) => {
    const value = (units - at) / 10;
    return `Sector ${at % 5},${nameOf(at + 1)},Output,t,higher,2026-05-01,${value.toFixed(1)},,`;
  });
  return [header, ...lines].join('\n');
}

async function call(path: string, body: string, type: string): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/boards${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stewardToken}`, 'content-type': type },
    body,
  });
  expect(answer.status, path).toBeLessThan(300);
}

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  const opened = { id: 'works', name: 'Works', timeZone: 'Europe/Paris', visibility: 'public' };
  await call('', JSON.stringify(opened), 'application/json');
  await call('/works/import', csv(), 'text/csv');
  const seat = await takeSeat(browser, 'desk');
  ({ page, errors } = seat);
  await openLive(seat, `${server.url}/b/works`);
  await list().waitFor();
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

const list = () => page.getByRole('region', { name: 'All rows of the ranking' });
const row = (at: number) =>
  list()
    .getByRole('listitem')
    .filter({ hasText: nameOf(at) });
const rows = () => list().getByRole('listitem').count();

async function press(key: string): Promise<void> {
  await list().focus();
  await page.keyboard.press(key);
}

describe('a ranking of 10,000 units', () => {
  it('[SP20] its last row is reached with End, its first with Home, and few rows are in the document', async () => {
    await row(1).waitFor();
    expect(await rows()).toBeLessThan(60);
    await press('End');
    await row(units).waitFor();
    expect(await row(units).innerText()).toContain(String(units));
    expect(await rows()).toBeLessThan(60);
    await press('PageUp');
    await row(units - 12).waitFor();
    await press('Home');
    await row(1).waitFor();
    await press('PageDown');
    await row(12).waitFor();
    expect(await rows()).toBeLessThan(60);
  });

  it('[SP20] scrolled far and fast it shows the rows in sight, and keeps no others', async () => {
    await page.evaluate(async () => {
      const box = document.querySelector('[aria-label="All rows of the ranking"]');
      for (let step = 0; step < 60; step++) {
        box?.scrollBy(0, 4_000);
        // oxlint-disable-next-line no-await-in-loop
        await new Promise(requestAnimationFrame);
      }
    });
    expect(await rows()).toBeLessThan(60);
    await page.waitForFunction(
      () => !document.querySelector('[aria-label="All rows of the ranking"] li > span'),
    );
    const names = await list().getByRole('link').allInnerTexts();
    expect(names.length).toBeGreaterThan(8);
    const share = await list().evaluate((box) => box.scrollTop / box.scrollHeight);
    const first = Number(/Team (\d+)/.exec(names.join(' '))?.[1]);
    expect(first).toBeGreaterThan(1_000);
    expect(Math.abs(first / units - share)).toBeLessThan(0.01);
  });

  it('[SP20] a unit that is looked for is shown at its true place, and the address says so', async () => {
    await page.getByRole('combobox', { name: 'Find a unit' }).fill('05432');
    await page.getByRole('option', { name: nameOf(5_432) }).click();
    await list()
      .locator('[data-found="true"]')
      .filter({ hasText: nameOf(5_432) })
      .waitFor();
    expect(
      await page
        .getByRole('status')
        .filter({ hasText: nameOf(5_432) })
        .innerText(),
    ).toContain('5432nd of 10,000');
    expect(page.url()).toContain('unit=team-05432');
    await page.goBack();
    expect(page.url()).not.toContain('unit=');
    await page.goForward();
    await list().locator('[data-found="true"]').waitFor();
  });

  it('[SP15] a unit that is followed stays in sight with its gaps, and moves live', async () => {
    await page.getByRole('button', { name: 'Follow' }).click();
    const strip = page.getByRole('region', { name: 'Units you follow' });
    await strip.getByText('5432', { exact: true }).waitFor();
    expect(await strip.innerText()).toContain(`0.1\u202ft behind ${nameOf(5_431)}`);
    await call(
      '/works/results',
      JSON.stringify({ unit: 'team-05432', metric: 'output', value: 999.95 }),
      'application/json',
    );
    await strip.getByText('▲5431').waitFor();
    await page.reload();
    await strip.getByText(nameOf(5_432)).waitFor();
  });

  it('[SP6] a sector has its own units, with their places in the whole', async () => {
    await page.goto(`${server.url}/b/works?sector=sector-4`);
    await row(5).waitFor();
    await press('End');
    await row(units).waitFor();
    expect(errors).toEqual([]);
  });
});
