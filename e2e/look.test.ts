import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { launchBrowser, takeSeat, type Seat } from './browser.ts';
import { makeFolder, startServer, type ServerProcess } from './server.ts';

const folder = makeFolder();
let browser: Browser;
let server: ServerProcess;
let seat: Seat;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ DATA_DIR: folder.path });
  seat = await takeSeat(browser, 'desk');
  page = seat.page;
  await page.goto(`${server.url}/look`);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

afterAll(async () => {
  await browser.close();
  await server.kill();
  folder.remove();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const isFocused = (name: string | RegExp, role: 'button' | 'dialog' | 'gridcell' = 'button') =>
  page.getByRole(role, { name }).first().and(page.locator(':focus')).waitFor();
/** What the fields of the page hold, in their order. */
const waitForChosen = (text: string) =>
  page.locator(`[data-chosen*="${text}"]`).waitFor({ state: 'visible' });

describe('the kit by keyboard', () => {
  it('[LK1] a list, a searched list and dates are filled in', async () => {
    await page.getByRole('button', { name: /Metric$/ }).focus();
    await press('Enter', 'ArrowDown', 'Enter');
    await waitForChosen('output ·');
    // The focus comes back from the list a moment after its choice.
    await isFocused(/Metric$/);
    await press('Tab');
    await page.keyboard.type('surf');
    await page
      .getByRole('option', { name: /^Surface/ })
      .first()
      .waitFor();
    await press('ArrowDown', 'Enter');
    await waitForChosen('unit-4');
    await press('Tab');
    await page.keyboard.type('27112026');
    await waitForChosen('2026-11-27 ·');
    // The month is opened from the field; its next day is one arrow away.
    await press('Alt+ArrowDown');
    await page.getByRole('grid', { name: /November 2026/ }).waitFor();
    await press('ArrowRight', 'Enter');
    await waitForChosen('2026-11-28 ·');
  });

  it('[LK1] a switch turns, a part of a page opens, a table is sorted', async () => {
    const sound = page.getByRole('switch', { name: 'Play a sound' });
    await sound.focus();
    await press('Space');
    expect(await sound.isChecked()).toBe(true);
    await page.getByRole('tab', { name: 'Figures' }).focus();
    await press('ArrowRight');
    await page.getByRole('tab', { name: 'Second part', selected: true }).waitFor();
    await press('ArrowLeft', 'Tab', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'Enter');
    const value = page.getByRole('columnheader', { name: 'Value' });
    expect(await value.getAttribute('aria-sort')).toBe('ascending');
    expect(await page.getByRole('row').nth(1).textContent()).toContain('0.5');
    await press('Enter');
    expect(await value.getAttribute('aria-sort')).toBe('descending');
  });

  it('[LK1] a dialog keeps the focus, closes with Escape and gives the focus back', async () => {
    await page.getByRole('button', { name: 'Ask a question' }).focus();
    await press('Enter');
    await isFocused('A question over the page', 'dialog');
    for (let step = 0; step < 6; step += 1) {
      await press('Tab');
      expect(await page.locator('[role="dialog"] :focus').count()).toBe(1);
    }
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isFocused('Ask a question');
    await press('Tab', 'Tab', 'Enter', 'ArrowDown', 'Enter');
    await isFocused('A question over the page', 'dialog');
    await press('Escape');
  });

  it('[LK1] words in passing are read politely, reached with F6, and closed', async () => {
    await page.getByRole('button', { name: 'Say something' }).press('Enter');
    const words = page.getByRole('status').filter({ hasText: 'The result is posted.' });
    await words.waitFor();
    expect(await words.getAttribute('aria-live')).toBe('polite');
    await press('F6', 'Tab');
    await page.getByRole('button', { name: 'Close' }).press('Enter');
    await words.waitFor({ state: 'detached' });
    expect(seat.errors).toEqual([]);
  });
});

describe('the kit for everyone', () => {
  const chooseTheme = (theme: string) => page.getByLabel('Theme').selectOption(theme);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  it('[LK7] the theme follows the system until one is chosen, which this device keeps', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(ground).toBe('rgb(12, 14, 19)');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(ground).toBe('rgb(245, 241, 232)');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await chooseTheme('contrast');
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
    await chooseTheme('hall');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(ground).toBe('rgb(12, 14, 19)');
    await chooseTheme('system');
    await expect.poll(ground).toBe('rgb(245, 241, 232)');
  });

  it.each(['hall', 'office', 'contrast'])(
    '[LK2] axe finds nothing in the theme %s',
    async (theme) => {
      await chooseTheme(theme);
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Ask a question' }).press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await page.waitForFunction(() => document.getAnimations().length === 0);
      expect(await axeFaults(page)).toEqual([]);
      await press('Escape');
      await dialog.waitFor({ state: 'detached' });
    },
  );

  it('[LK6] with less motion nothing on the page moves for longer than a blink', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Ask a question' }).press('Enter');
    const lengths = await page.evaluate(() =>
      document.getAnimations().map((each) => Number(each.effect?.getComputedTiming().endTime)),
    );
    expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(1);
    await press('Escape');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('[LK3] a dialog on an iPhone writes nothing that the policy refuses', async () => {
    const phone = await takeSeat(browser, 'phone');
    // What the library asks before it chooses the way of an iPhone.
    await phone.page.addInitScript(() => {
      Object.defineProperty(navigator, 'platform', { get: () => 'iPhone' });
      Object.defineProperty(navigator, 'userAgentData', { get: () => undefined });
      Object.defineProperty(navigator, 'userAgent', {
        get: () => 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/26.0 Safari/604.1',
      });
    });
    await phone.page.goto(`${server.url}/look`);
    await phone.page.getByRole('button', { name: 'Ask a question' }).click();
    await phone.page.getByRole('dialog').waitFor();
    const rules = () => [...document.querySelectorAll('style')].map((style) => style.textContent);
    const written = await phone.page.evaluate(rules);
    expect(written.join(' ')).toContain('overscroll-behavior');
    expect(phone.errors).toEqual([]);
    await phone.page.context().close();
  });
});
