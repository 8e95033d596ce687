import { feedAnswerSchema, resultsAnswerSchema } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { read, TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterEach(() => server.close());

const units = ['alpha', 'beta', 'gamma'];

/** Posts `count` results, of every day of June, older ones after newer ones as well. */
async function postMany(count: number, from: number): Promise<void> {
  for (let number = from; number < from + count; number++) {
    const day = String(1 + ((number * 7) % 29)).padStart(2, '0');
    const unit = units[number % units.length];
    const body = { unit, metric: 'output', value: number, achievedAt: `2026-06-${day}` };
    expect((await server.post(body)).status).toBe(201);
  }
}

/** Reads pages to the end, with a few posts between any two of them. */
async function readWhilePosting<Item>(
  readPage: (next: string | undefined) => Promise<{ items: Item[]; next?: string | undefined }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let next: string | undefined;
  for (let page = 0; ; page++) {
    // At the same moment, too: neither waits for the other.
    const [read] = await Promise.all([readPage(next), postMany(3, 1000 + page * 3)]);
    all.push(...read.items);
    next = read.next;
    if (next === undefined) return all;
  }
}

it('[HT14] pages of results lose and repeat none while posts go on', async () => {
  await postMany(90, 1);
  const ofList = async (query: string) => {
    return read(resultsAnswerSchema, await server.board(`/works/results?${query}`));
  };
  const before = (await ofList('limit=500')).results.map(({ id }) => id);
  expect(before).toHaveLength(90);
  const seen = await readWhilePosting(async (next) => {
    const cursor = next === undefined ? '' : `&cursor=${encodeURIComponent(next)}`;
    const answer = await ofList(`limit=7${cursor}`);
    return { items: answer.results.map(({ id }) => id), next: answer.next };
  });
  expect(new Set(seen).size).toBe(seen.length);
  const old = new Set(before);
  expect(seen.filter((id) => old.has(id))).toEqual(before);
  expect((await ofList('limit=500')).results.length).toBeGreaterThan(seen.length);
});

it('[HT17] pages of the feed lose and repeat no happening while posts go on', async () => {
  await postMany(40, 1);
  const ofFeed = async (query: string) => {
    return read(feedAnswerSchema, await server.board(`/works/feed?${query}`));
  };
  const before = (await ofFeed('limit=500')).happenings.map(({ seq, n }) => `${seq}.${n}`);
  expect(before.length).toBeGreaterThan(40);
  const seen = await readWhilePosting(async (next) => {
    const answer = await ofFeed(`limit=9${next === undefined ? '' : `&before=${next}`}`);
    return { items: answer.happenings.map(({ seq, n }) => `${seq}.${n}`), next: answer.next };
  });
  expect(new Set(seen).size).toBe(seen.length);
  // What came while the first page was read may stand before the rest, and nowhere else.
  expect(seen.slice(-before.length)).toEqual(before);
});
