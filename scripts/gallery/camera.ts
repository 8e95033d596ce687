/** Takes shots: one browser window for all that share a board, a size, a theme and a language. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { stewardToken } from '../../e2e/server.ts';
import { addressOf, type Places } from './places.ts';
import { nameOf, type Shot } from './shots.ts';

/** Rows come to rest, and what is fetched behind the first picture is there. */
const restMs = { wall: 1_500, page: 1_200 };
/** Nobody looks at more of a page of a thousand rows. */
const tallest = { phone: 3_400, desk: 2_600 };

interface Stage {
  browser: Browser;
  url: string;
  places: ReadonlyMap<string, Places>;
  target: string;
}

async function openWindow({ browser }: Stage, shot: Shot): Promise<Page> {
  const { width, height, theme, language } = shot;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    contrast: theme === 'contrast' ? 'more' : 'no-preference',
    locale: language,
    isMobile: width < 600,
    hasTouch: width < 600,
    // A service worker keeps hundreds of files for each window, and no picture shows it.
    serviceWorkers: 'block',
    extraHTTPHeaders: { authorization: `Bearer ${stewardToken}` },
  });
  return context.newPage();
}

/** The next scene or page is shown without loading the application anew, as a link does it. */
async function show(page: Page, url: string, shot: Shot, places: Places): Promise<void> {
  const path = addressOf(shot.path, places);
  const themed = shot.kind === 'wall' && shot.theme === 'light' ? '&theme=office' : '';
  const address = shot.board === 'server' ? path : `/b/${shot.board}${path}${themed}`;
  if (page.url() === 'about:blank') {
    await page.goto(url + address);
    // Pages of no board have no truth mark.
    if (shot.board !== 'server')
      await page.locator('[role="status"][data-state="live"]').first().waitFor();
  } else await page.evaluate((next) => history.pushState(null, '', next), address);
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined);
  // A busy machine takes its time over a page that was never opened before.
  const loading = page.locator('.quiet-page');
  await loading
    .first()
    .waitFor({ state: 'detached', timeout: 15_000 })
    .catch(() => undefined);
  await sleep(restMs[shot.kind]);
}

async function take(page: Page, stage: Stage, shot: Shot): Promise<void> {
  await show(page, stage.url, shot, stage.places.get(shot.board) ?? {});
  const path = join(stage.target, `${nameOf(shot)}.jpg`);
  const picture = { path, type: 'jpeg', quality: 82 } as const;
  if (shot.kind === 'wall') return void (await page.screenshot(picture));
  const { width } = shot;
  const most = width < 600 ? tallest.phone : tallest.desk;
  const pixels = await page.evaluate(() => document.documentElement.scrollHeight);
  const height = Math.min(pixels, most);
  await page.screenshot({ ...picture, fullPage: true, clip: { x: 0, y: 0, width, height } });
}

/** Says how many are done, and what could not be taken. */
export async function takeAll(stage: Stage, shots: readonly Shot[]): Promise<Shot[]> {
  const windows = Map.groupBy(shots, ({ kind, board, width, height, theme, language }) =>
    [kind, board, width, height, theme, language].join(' '),
  );
  const taken: Shot[] = [];
  for (const group of windows.values()) {
    const [first] = group;
    if (!first) continue;
    const page = await openWindow(stage, first);
    page.on('pageerror', ({ message }) => console.log(`${nameOf(first)} threw: ${message}`));
    for (const shot of group)
      await take(page, stage, shot).then(
        () => taken.push(shot),
        (error: unknown) => console.log(`${nameOf(shot)}: ${String(error).split('\n')[0]}`),
      );
    await page.context().close();
    console.log(`${taken.length} of ${shots.length}`);
  }
  return taken;
}
