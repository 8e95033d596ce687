/**
 * Whether the faces stay smooth: 200 rows, 20 ranking patches a second and a takeover every 5 s for a
 * minute on a processor slowed down four times; and whether 100,000 happenings leave anything behind.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { buildClient } from '../scripts/build.ts';
import { createRandom } from './large-board.ts';
import { postAll, type Post } from './post-load.ts';
import type { BenchRow } from './row.ts';
import {
  countAnew,
  heapBytes,
  launchBrowser,
  openScreen,
  readCounted,
  type Screen,
} from './screen.ts';
import { call, setUpBoard, startServer } from './server-process.ts';

const units = 200;
const seconds = Number(process.env['SMOOTH_SECONDS'] ?? 60);
const slowdown = 4;
const takeoverEveryMs = 5_000;
/** A ranking is told at most ten times a second: the two that a wall watches make twenty patches. */
const roundsPerSecond = 10;
const frameMs = 33;
const longTaskMs = 100;
const happenings = Number(process.env['SMOOTH_HAPPENINGS'] ?? 100_000);
const warmUp = 5_000;

/** The latest result counts, so that every post moves a row. */
const moving = { unitOfMeasure: 't', direction: 'higher', decimals: 1, aggregate: 'latest' };
/** Far above what the load posts, so that only what shall take the screen does. */
const top = 1_000_000;

async function setUp(url: string): Promise<void> {
  await setUpBoard(url, units);
  for (const id of ['m', 'n'])
    await call(url, 'PUT', `/boards/b/metrics/${id}`, { name: `Metric ${id}`, ...moving });
  const firsts = ['m', 'n'].flatMap((metric) =>
    Array.from({ length: units }, (_, at) => ({ unit: `u${at}`, value: `${at * 100}`, metric })),
  );
  await postAll(url, [...firsts, { unit: 'u0', value: `${top}` }], 16);
}

/** One result in each ranking ten times a second, and a record of the board every five seconds. */
async function runLoad(url: string): Promise<void> {
  const random = createRandom(5);
  const begun = performance.now();
  let records = 0;
  for (let round = 0; round < seconds * roundsPerSecond; round++) {
    const due = begun + (round * 1000) / roundsPerSecond;
    await pause(Math.max(0, due - performance.now()));
    const posts: Post[] = ['m', 'n'].map((metric) => ({
      unit: `u${Math.floor(random() * units)}`,
      value: (random() * 30_000).toFixed(1),
      metric,
    }));
    if ((round * 1000) / roundsPerSecond >= records * takeoverEveryMs)
      posts.push({ unit: `u${records % units}`, value: `${top + ++records}` });
    await postAll(url, posts, 3);
  }
}

/** All of them, not only the first forty. */
async function showAll({ page }: Screen): Promise<void> {
  await page.getByRole('button', { name: /^Show \d+ more/ }).click();
}

async function measureFrames(browser: Browser, url: string, path: string): Promise<BenchRow[]> {
  const screen = await openScreen(browser, `${url}/b/b${path}`);
  if (!path.startsWith('/wall')) await showAll(screen);
  await screen.devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await pause(3_000);
  await countAnew(screen);
  await runLoad(url);
  const { frames, longTasks, patches } = await readCounted(screen);
  await screen.page.context().close();
  const late = frames.filter((ms) => ms > frameMs).length;
  const longest = Math.max(0, ...longTasks);
  const name = path.startsWith('/wall') ? 'the wall' : "the spectator's page";
  const load = `${(patches / seconds).toFixed(0)} patches/s, ${slowdown}× slower processor`;
  const inTime = frames.length === 0 ? 0 : 1 - late / frames.length;
  return [
    {
      what: `frames of ${name} within ${frameMs} ms (${load}), against 95 %`,
      measured: `${(inTime * 100).toFixed(1)} %`,
      against: '95 %',
      ratio: inTime / 0.95,
    },
    {
      what: `longest task of ${name} in ${seconds} s (${longTasks.length} over 50 ms), against ${longTaskMs} ms`,
      measured: `${longest.toFixed(0)} ms`,
      against: `${longTaskMs} ms`,
      ratio: longest / longTaskMs,
    },
  ];
}

/** Unit bests: each is told, none takes the screen. */
async function tell(url: string, count: number, from: number): Promise<void> {
  const posts = Array.from({ length: count }, (_, at) => {
    const step = from + at;
    const unit = step % (units - 1);
    const value = unit * 100 + (Math.floor(step / (units - 1)) + 1) / 10;
    return { unit: `u${unit}`, value: value.toFixed(1) };
  });
  await postAll(url, posts, 32);
}

async function measureHeap(browser: Browser, path: string): Promise<BenchRow> {
  const server = await startServer(new URL('../server/src/main.ts', import.meta.url).pathname);
  try {
    await setUp(server.url);
    const screen = await openScreen(browser, `${server.url}/b/b${path}`);
    await tell(server.url, warmUp, 0);
    await pause(3_000);
    const before = await heapBytes(screen);
    await countAnew(screen);
    await tell(server.url, happenings, warmUp);
    await pause(3_000);
    const heard = (await readCounted(screen)).happenings;
    await countAnew(screen);
    const after = await heapBytes(screen);
    await screen.page.context().close();
    const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
    return {
      what: `heap of ${path.startsWith('/wall') ? 'the wall' : "the spectator's page"} after ${heard} more happenings and a collection, against before`,
      measured: mib(after),
      against: mib(before),
      ratio: after / before,
    };
  } finally {
    await server.stop();
  }
}

export async function benchSmooth(): Promise<BenchRow[]> {
  await buildClient({ onlyIfStale: true });
  const browser = await launchBrowser();
  const server = await startServer(new URL('../server/src/main.ts', import.meta.url).pathname);
  try {
    await setUp(server.url);
    const rows: BenchRow[] = [];
    for (const path of ['?metric=m', '/wall?scenes=ranking'])
      rows.push(...(await measureFrames(browser, server.url, path)));
    for (const path of ['?metric=m', '/wall']) rows.push(await measureHeap(browser, path));
    return rows;
  } finally {
    await browser.close();
    await server.stop();
  }
}
