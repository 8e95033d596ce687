import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mustPost, post, readJson, setUpBoard, board } from './api.ts';
import { makeFolder, startServer, type ServerProcess } from './server.ts';
import { waitFor } from './wait-for.ts';

const disk = makeFolder();
const ballast = join(disk.path, 'ballast');
let server: ServerProcess;
let isMounted = false;

beforeAll(async () => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'board-e2e', disk.path]);
  isMounted = true;
  server = await startServer({ DATA_DIR: disk.path });
  await setUpBoard(server.url);
});

afterAll(async () => {
  try {
    await server.kill();
  } finally {
    if (isMounted) execFileSync('umount', [disk.path]);
  }
  disk.remove();
});

function fillDisk(): void {
  const { bavail, bsize } = statfsSync(disk.path);
  try {
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
  } catch (error) {
    // The server wrote something in between: then it is full as well.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

/** Posts until one is not taken: what the ledger had in reserve is used up by then. */
async function postUntilRefused(): Promise<{ refusal: Response; taken: number }> {
  for (let taken = 0; taken < 20_000; taken += 1) {
    const answer = await post(server.url, 'anvil', '12', `full-${taken}`);
    if (answer.status !== 201) return { refusal: answer, taken };
    await answer.arrayBuffer();
  }
  throw new Error('a full disk took 20,000 posts');
}

const readiness = async (): Promise<unknown> => {
  const answer = await fetch(`${server.url}/readyz`);
  expect(answer.status).toBe(200);
  return answer.json();
};

describe('disk full', () => {
  it('[WS7] posts get 503 with Retry-After, reading goes on, and it heals by itself', async () => {
    await mustPost(server.url, 'anvil', '11', 'before');
    fillDisk();
    const { refusal, taken } = await postUntilRefused();
    expect(refusal.status).toBe(503);
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refusal.headers.get('content-type')).toContain('application/problem+json');
    // It serves all who read: no proxy is to take it away, and whoever looks is told.
    expect(await readiness()).toEqual({
      status: 'ready',
      degraded: [expect.stringContaining('the last post was not taken: ')],
    });
    expect(await readJson(server.url, `/boards/${board}`)).toMatchObject({ id: board });
    expect(await readJson(server.url, `/boards/${board}/rankings?metric=output`)).toMatchObject({
      rows: [{ place: 1, unit: 'anvil' }],
    });
    rmSync(ballast);
    const refusedKey = `full-${taken}`;
    const healed = await waitFor('a post to be taken again', async () => {
      const answer = await post(server.url, 'anvil', '12', refusedKey);
      return answer.status === 201 ? answer : undefined;
    });
    expect(await healed.json()).toMatchObject({ state: 'provisional' });
    expect(await readiness()).toEqual({ status: 'ready' });
  });
});
