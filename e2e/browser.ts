import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Debian's Chromium without its windows; as root it has no sandbox of its own, and it calls nobody. */
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
  return chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: flags });
}

export interface Seat {
  page: Page;
  /** Errors that the page threw or logged, except that the server did not answer. */
  errors: string[];
}

/** What a browser says when there is no server. */
const expected = /ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INTERNET_DISCONNECTED|WebSocket connection/;

/** As in a browser over plain HTTP on another machine. */
export async function withoutWorkers(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    () => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'),
  );
}

/**
 * A person or a screen of its own: no cookie or storage is shared with another. Without a service
 * worker, unless the test is about one: each would fetch and keep the whole client anew.
 */
export async function takeSeat(
  browser: Browser,
  screen: keyof typeof screens,
  workers: 'with workers' | 'without workers' = 'without workers',
): Promise<Seat> {
  const viewport = screens[screen];
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  if (workers === 'without workers') await withoutWorkers(context);
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text());
  });
  return { page, errors };
}

/** Closes every page: a wall that nobody looks at any more would go on moving beside the next test. */
export async function leaveSeats(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
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

/** Types a day, `YYYY-MM-DD`, into a date field, in the order of en-GB. */
export async function typeDate(page: Page, label: string, date: string): Promise<void> {
  const field = page.getByRole('group', { name: label, exact: true });
  await field.getByRole('spinbutton').first().focus();
  await page.keyboard.type(date.split('-').toReversed().join(''));
}

/** Takes an option of a list by keyboard, as it stands behind its label. */
export async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${label}$`) }).press('Enter');
  await page.getByRole('option', { name: option }).click();
}
