import { readFileSync } from 'node:fs';
import { follow } from '../../client-sdk/src/follow.ts';
import { mustPost, readJson, setUpBoard } from '../../e2e/api.ts';
import { makeFolder, startServer, stewardToken } from '../../e2e/server.ts';
import { waitFor } from '../../e2e/wait-for.ts';
import { createRandom } from '../../server/src/gateway/testing/random.ts';
import { attacks, type Target } from './attacks.ts';
import { pick } from './mutate.ts';

export interface FuzzOutcome {
  attacks: Record<string, number>;
  /** How late the canary was told of its record, at most. */
  slowestMs: number;
  memoryMiB: { before: number; most: number };
  failures: string[];
}

const atOnce = 8;
const attacksBetweenLooks = 80;

/** Resident memory of a process (Linux). */
export function residentMiB(pid: number): number {
  const kiB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kiB) / 1024;
}

/** A client that only watches, and a record for it to be told of. */
function openCanary(url: string) {
  let told = 0;
  const board = follow(
    { origin: url, board: 'plant', topics: ['feed'] },
    { happening: ({ kind }) => (told += kind === 'record' ? 1 : 0) },
  );
  const looks = async (at: number): Promise<number> => {
    const before = told;
    const begun = performance.now();
    await mustPost(url, 'anvil', String(100 + at), `canary-${at}`);
    await waitFor('the canary to be told', () => told > before, 10_000);
    return performance.now() - begun;
  };
  return { looks, isFollowing: () => board.epoch() !== null, close: () => board.close() };
}

/** Attacks a server with what `seed` makes; what broke, and what it cost. */
export async function fuzz(seed: number, count: number): Promise<FuzzOutcome> {
  const random = createRandom(seed);
  const folder = makeFolder();
  const server = await startServer({ DATA_DIR: folder.path, RATE_LIMIT: '10000000' });
  const failures: string[] = [];
  let isOver = false;
  void server.exit.then(({ code, stderr }) => {
    if (!isOver) failures.push(`the process left with ${code}: ${stderr.slice(0, 2000)}`);
  });
  await setUpBoard(server.url);
  const canary = openCanary(server.url);
  await waitFor('the canary to follow', canary.isFollowing);
  const target: Target = { url: server.url, port: server.port, token: stewardToken };
  const outcome: FuzzOutcome = {
    attacks: {},
    slowestMs: await canary.looks(0),
    memoryMiB: { before: residentMiB(server.pid), most: 0 },
    failures,
  };
  const attackOnce = async () => {
    const name = pick(random, Object.keys(attacks));
    outcome.attacks[name] = (outcome.attacks[name] ?? 0) + 1;
    await attacks[name]?.(target, random).catch((err: unknown) => {
      failures.push(`${name}: ${String(err)}`);
    });
  };
  try {
    for (let done = 0; done < count && failures.length === 0; done += attacksBetweenLooks) {
      const left = Array.from({ length: Math.min(attacksBetweenLooks, count - done) }).values();
      const attacker = async () => {
        for (const _ of left) await attackOnce();
      };
      const attackers = Array.from({ length: atOnce }, attacker);
      // The canary is told while they are at it.
      outcome.slowestMs = Math.max(outcome.slowestMs, await canary.looks(done + 1));
      await Promise.all(attackers);
      outcome.memoryMiB.most = Math.max(outcome.memoryMiB.most, residentMiB(server.pid));
    }
    await readJson(server.url, '/boards/plant');
  } catch (err) {
    failures.push(String(err));
  } finally {
    isOver = true;
    canary.close();
    await server.kill();
    folder.remove();
  }
  return outcome;
}
