import type { Page } from 'playwright-core';

/** The sizes that a wall has to be right at. */
export const wallSizes = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1080, height: 1920 },
  { width: 1280, height: 720 },
] as const;

/** Every text of the wall that is not as it must be, in words. Runs in the page. */
function findFaults(): string[] {
  const least = (1.9 / 100) * Math.max(innerWidth, innerHeight) - 0.11;
  const faults: string[] = [];
  const walker = document.createTreeWalker(
    document.querySelector('.wall') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (text === '' || !element || getComputedStyle(element).visibility === 'hidden') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const told = `“${text.slice(0, 24)}” in ${element.closest('[class]')?.getAttribute('class')}`;
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < least) faults.push(`${told}: ${size.toFixed(1)} px, at least ${least.toFixed(1)}`);
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`${told}: leaves the screen`);
    // A line's own box is higher than its letters are.
    const over = 0.2 * size;
    if (box.top < -over || box.bottom > innerHeight + over)
      faults.push(`${told}: leaves the screen (${box.top.toFixed(0)}–${box.bottom.toFixed(0)})`);
    const fitted = element.closest('.fitted');
    const room = fitted?.getBoundingClientRect();
    if (room && (box.left < room.left - 2 || box.right > room.right + 2))
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

/** Waits until what is shown has settled, and tells what is wrong with its texts. */
export async function faultsAt(page: Page, size: (typeof wallSizes)[number]): Promise<string[]> {
  await page.setViewportSize(size);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // Texts are fitted in the frames after their places have their size.
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  });
  await page.waitForTimeout(250);
  const faults = await page.evaluate(findFaults);
  return faults.map((fault) => `${size.width}×${size.height} ${fault}`);
}

/** Shows other scenes without loading the page anew. */
export async function showScenes(page: Page, scenes: string, theme: 'hall' | 'office' = 'hall') {
  await page.evaluate(
    (search) => history.pushState(null, '', search),
    `?scenes=${scenes}&seconds=3600&theme=${theme}`,
  );
}
