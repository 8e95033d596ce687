/** A page of the built client in a real browser, with what it counts of itself. */
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { token } from './server-process.ts';

/** As in `e2e/browser.ts`; precise figures of memory need the last one. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--enable-precise-memory-info'];

export interface Screen {
  page: Page;
  devtools: CDPSession;
}

/** What the page writes down while it runs. */
interface Counted {
  /** Milliseconds between two frames. */
  frames: number[];
  /** Milliseconds of each task longer than 50. */
  longTasks: number[];
  happenings: number;
  patches: number;
}

declare global {
  interface Window {
    counted: Counted;
  }
}

/** Runs in the page before its own scripts. */
function countInPage(): void {
  const counted: Counted = { frames: [], longTasks: [], happenings: 0, patches: 0 };
  window.counted = counted;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) counted.longTasks.push(entry.duration);
  }).observe({ type: 'longtask' });
  let before = performance.now();
  const onFrame = (now: number) => {
    counted.frames.push(now - before);
    before = now;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data !== 'string') return;
        if (data.startsWith('42["happening"')) counted.happenings++;
        if (data.startsWith('42["patch"')) counted.patches++;
      });
    }
  };
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
}

/** Opens the address as a steward on a screen of 1920 × 1080 and waits until it is live. */
export async function openScreen(browser: Browser, address: string): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const page = await context.newPage();
  await page.addInitScript(countInPage);
  await page.goto(address);
  await page.locator('[role="status"][data-state="live"]').first().waitFor();
  return { page, devtools: await context.newCDPSession(page) };
}

/** Forgets what was counted up to now. */
export async function countAnew({ page }: Screen): Promise<void> {
  await page.evaluate(() => {
    window.counted.frames.length = 0;
    window.counted.longTasks.length = 0;
    window.counted.happenings = 0;
    window.counted.patches = 0;
  });
}

export function readCounted({ page }: Screen): Promise<Counted> {
  return page.evaluate(() => window.counted);
}

/** Bytes of the page's heap after a collection. */
export async function heapBytes({ devtools }: Screen): Promise<number> {
  await devtools.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}
