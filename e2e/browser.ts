import { chromium, type Browser, type Page } from 'playwright-core';

/** Debian's Chromium; as root it has no sandbox of its own, and it calls nobody. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const screens = {
  wall: { width: 1920, height: 1080 },
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
}

export interface Seat {
  page: Page;
  /** Errors that the page threw or logged, except that the server did not answer. */
  errors: string[];
}

/** A person or a screen of its own: no cookie or storage is shared with another. */
export async function takeSeat(browser: Browser, screen: keyof typeof screens): Promise<Seat> {
  const context = await browser.newContext({ viewport: screens[screen], locale: 'en-GB' });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    const isOutage = /ERR_CONNECTION|ERR_EMPTY_RESPONSE|WebSocket connection/.test(message.text());
    if (message.type() === 'error' && !isOutage) errors.push(message.text());
  });
  return { page, errors };
}

/** Opens the address and waits until the page is live. */
export async function openLive(seat: Seat, address: string): Promise<void> {
  await seat.page.goto(address);
  await seat.page.locator('[role="status"][data-state="live"]').first().waitFor();
}

/** Fills in the posting page; the caller presses the button. */
export async function typeResult(page: Page, unit: string, value: string): Promise<void> {
  const change = page.getByRole('button', { name: /^Unit: .*Change$/ });
  await page.locator('#value').waitFor();
  if (await change.isVisible()) await change.click();
  await page.getByRole('option', { name: unit }).click();
  await page.getByRole('radio', { name: /^Output/ }).check();
  await page.locator('#value').fill(value);
}

export async function pressPost(page: Page): Promise<void> {
  await page.locator('button[type="submit"]').click();
}
