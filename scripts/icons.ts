/** `npm run icons`: draws the icons of the installed app from `client/public/mark.svg`. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { root } from './node24.js';

interface Icon {
  name: string;
  size: number;
  /** Part of the picture the mark takes; a system cuts a maskable one down to a circle of 80 %. */
  part: number;
}

const icons: readonly Icon[] = [
  { name: 'mark-192', size: 192, part: 1 },
  { name: 'mark-512', size: 512, part: 1 },
  { name: 'maskable-512', size: 512, part: 0.62 },
  { name: 'touch-180', size: 180, part: 0.8 },
];

const publicFolder = join(root, 'client/public');
/** The mark's own ground, also where the mark does not reach. */
const ground = '#0b0d12';

async function draw(browser: Browser, { name, size, part }: Icon): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const mark = readFileSync(join(publicFolder, 'mark.svg'), 'utf8');
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; place-items: center; background: ${ground} }
    svg { width: ${part * 100}%; height: ${part * 100}% }
  </style>${mark}`);
  await page.screenshot({ path: join(publicFolder, 'icons', `${name}.png`) });
  await page.close();
}

mkdirSync(join(publicFolder, 'icons'), { recursive: true });
const browser = await launchBrowser();
try {
  for (const icon of icons) await draw(browser, icon);
} finally {
  await browser.close();
}
