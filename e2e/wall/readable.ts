import type { Page } from 'playwright-core';
import { leastType } from '../../client/src/wall/least-type.ts';

/** The shapes that a wall has to be right at, and the smallest; 3840 × 2160 shows what 1920 × 1080 does. */
const wallSizes = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 1280, height: 720 },
] as const;

/** Every text of the wall that is not as it must be, in words. Runs in the page. */
function findFaults(leastShare: number): string[] {
  const least = (leastShare / 100) * Math.max(innerWidth, innerHeight) - 0.25;
  const faults: string[] = [];
  const walker = document.createTreeWalker(
    document.querySelector('.wall') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (text === '' || !element?.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const told = `“${text.slice(0, 24)}” in ${element.closest('[class]')?.getAttribute('class')}`;
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < least) faults.push(`${told}: ${size.toFixed(1)} px, at least ${least.toFixed(1)}`);
    if (box.left < -1 || box.right > innerWidth + 1)
      faults.push(`${told}: leaves the screen (${box.left.toFixed(0)}–${box.right.toFixed(0)})`);
    // A line's own box is higher than its letters are.
    const over = 0.2 * size;
    if (box.top < -over || box.bottom > innerHeight + over)
      faults.push(`${told}: leaves the screen (${box.top.toFixed(0)}–${box.bottom.toFixed(0)})`);
    const fitted = element.closest('.fitted');
    const room = fitted?.getBoundingClientRect();
    // Without subpixels each letter may be a fraction wider than at the size it was measured in.
    const rounding = 2 + 0.012 * (room?.width ?? 0);
    if (room && (box.left < room.left - rounding || box.right > room.right + rounding))
      faults.push(`${told}: wider than its place`);
    const lines = fitted?.firstElementChild?.getBoundingClientRect();
    if (room && lines && !fitted?.classList.contains('fitted-mark'))
      if (lines.height > room.height + 2) faults.push(`${told}: higher than its place`);
    if (getComputedStyle(element).textOverflow === 'ellipsis') faults.push(`${told}: is cut`);
  }
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth || scrollHeight > innerHeight) faults.push('the page scrolls');
  return faults;
}

/** What stays wrong at one size: texts are fitted in the frames after their places have their size. */
async function settledFaults(page: Page, size: (typeof wallSizes)[number]): Promise<string[]> {
  await page.setViewportSize(size);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let faults: string[] = [];
  for (let look = 0; look < 12; look++) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    faults = await page.evaluate(findFaults, leastType);
    if (look > 1 && faults.length === 0) break;
    if (look > 3) await page.waitForTimeout(100);
  }
  return faults.map((fault) => `${size.width}×${size.height} ${fault}`);
}

/** What is wrong with the texts of what is shown, at every size. */
export async function faultsAt(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const size of wallSizes) faults.push(...(await settledFaults(page, size)));
  return faults;
}

/** Shows another scene, of another board, without loading the page anew. */
export async function showScene(page: Page, board: string, scene: string): Promise<void> {
  await page.evaluate(
    (address) => history.pushState(null, '', address),
    `/b/${board}/wall?scenes=${scene}&seconds=3600`,
  );
}
