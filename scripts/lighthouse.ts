/**
 * `npm run lighthouse`: what Lighthouse says of the spectator's page as a phone on a mobile network
 * loads it, in its three scores, and what it has to say against it.
 */
import lighthouse, { desktopConfig, type Flags } from 'lighthouse';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { startServer } from '../e2e/server.ts';
import { buildClient } from './build.ts';
import { findFreePort } from './services/free-port.ts';

const wanted = 95;
const categories = ['performance', 'accessibility', 'best-practices'] as const;
const isDesktop = process.argv.includes('--desktop');

async function measure(url: string): Promise<boolean> {
  const port = await findFreePort();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const flags: Flags = {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...categories],
    };
    const outcome = await lighthouse(url, flags, isDesktop ? desktopConfig : undefined);
    if (!outcome) throw new Error('Lighthouse gave no answer');
    const { lhr } = outcome;
    const scores = categories.map((name) => ({
      name,
      score: Math.round((lhr.categories[name]?.score ?? 0) * 100),
    }));
    for (const { name, score } of scores) console.log(`${name.padEnd(16)} ${score}`);
    for (const { id, title, score, displayValue = '' } of Object.values(lhr.audits))
      if (score !== null && score < 0.9) console.log(`  ${id}: ${title} ${displayValue}`.trimEnd());
    return scores.every(({ score }) => score >= wanted);
  } finally {
    await browser.close();
  }
}

await buildClient({ onlyIfStale: true });
const folder = mkdtempSync(join(tmpdir(), 'board-lighthouse-'));
const server = await startServer({ DATA_DIR: folder, SEED: 'demo', DEMO_PACE_MS: '3600000' });
try {
  // The demo board is there before the first look at it.
  await sleep(10_000);
  process.exitCode = (await measure(`${server.url}/b/demo`)) ? 0 : 1;
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
