import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustPost, post, readJson, setUpBoard } from '../../e2e/api.ts';
import { makeFolder, startServer } from '../../e2e/server.ts';
import { waitFor } from '../../e2e/wait-for.ts';
import type { FaultRow } from './row.ts';

async function postUntilRefused(url: string): Promise<{ refusal: Response; key: string }> {
  for (let at = 0; at < 20_000; at += 1) {
    const key = `full-${at}`;
    const refusal = await post(url, 'anvil', '12', key);
    if (refusal.status !== 201) return { refusal, key };
    await refusal.arrayBuffer();
  }
  throw new Error('a full disk took 20,000 posts');
}

/** A small disk is filled, and room made on it again. */
export async function faultsOfStores(): Promise<FaultRow[]> {
  const disk = makeFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'board-faults', disk.path]);
  const server = await startServer({ DATA_DIR: disk.path, RATE_LIMIT: '10000000' });
  try {
    await setUpBoard(server.url);
    await mustPost(server.url, 'anvil', '11', 'before');
    const { bavail, bsize } = statfsSync(disk.path);
    const ballast = join(disk.path, 'ballast');
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    const { refusal, key } = await postUntilRefused(server.url);
    const retryAfter = refusal.headers.get('retry-after');
    const isRead = (await readJson(server.url, '/boards/plant')) !== undefined;
    rmSync(ballast);
    const begun = performance.now();
    await waitFor('posts to be taken', async () => (await post(server.url, 'anvil', '12', key)).ok);
    const seconds = (performance.now() - begun) / 1000;
    return [
      {
        name: 'disk full and freed',
        done: 'a tmpfs of 16 MiB filled to the last block, sqlite',
        figure: `posts ${refusal.status}, Retry-After ${retryAfter}; posts again ${seconds.toFixed(1)} s after there was room`,
        target: '503 with Retry-After, reading goes on, heals by itself',
        isMet: refusal.status === 503 && retryAfter !== null && isRead,
      },
    ];
  } finally {
    await server.kill();
    execFileSync('umount', [disk.path]);
    disk.remove();
  }
}
