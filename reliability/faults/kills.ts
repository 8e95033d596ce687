import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustPost, readLedger, setUpBoard } from '../../e2e/api.ts';
import { engines } from '../../e2e/engines.ts';
import { createLoad, type Load } from '../../e2e/load.ts';
import { startServer } from '../../e2e/server.ts';
import { waitFor } from '../../e2e/wait-for.ts';
import type { FaultRow } from './row.ts';

/** Acknowledged posts that are not at their place, and posts that are there twice. */
export async function countWrong(url: string, { acknowledged }: Load) {
  const places = new Map<string, number[]>();
  for (const { seq, fact } of await readLedger(url))
    if (fact.note !== undefined) places.set(fact.note, [...(places.get(fact.note) ?? []), seq]);
  const lost = [...acknowledged].filter(([key, seq]) => !places.get(key)?.includes(seq)).length;
  return { lost, doubled: [...places.values()].filter((found) => found.length > 1).length };
}

async function killAgain(engine: keyof typeof engines, kills: number): Promise<FaultRow> {
  const store = engines[engine]();
  const load = createLoad();
  for (let round = 0; round < kills; round += 1) {
    const server = await startServer(store.env);
    if (round === 0) await setUpBoard(server.url);
    const posting = load.runUntilGone(server.url);
    await load.progress(10 + Math.floor(Math.random() * 80));
    await server.kill();
    await posting;
    if ((round + 1) % 25 === 0) process.stderr.write(`${engine}: ${round + 1} of ${kills} kills\n`);
  }
  const last = await startServer(store.env);
  await load.sendAgain(last.url);
  const { lost, doubled } = await countWrong(last.url, load);
  await last.kill();
  store.remove();
  return {
    name: `kill -9, ${engine}`,
    done: `${kills} times under 16 posters; what had no answer was sent again`,
    figure: `${load.acknowledged.size} acknowledged: ${lost} lost, ${doubled} doubled`,
    target: '0 lost, 0 doubled',
    isMet: lost + doubled + load.unanswered.size === 0,
  };
}

async function leaveUnderLoad(): Promise<FaultRow> {
  const store = engines.sqlite();
  const load = createLoad();
  const server = await startServer(store.env);
  await setUpBoard(server.url);
  const posting = load.runUntilGone(server.url);
  await load.progress(200);
  const begun = performance.now();
  server.signal('SIGTERM');
  const { code } = await server.exit;
  const seconds = (performance.now() - begun) / 1000;
  await posting;
  const next = await startServer(store.env);
  const { lost, doubled } = await countWrong(next.url, load);
  await next.kill();
  store.remove();
  return {
    name: 'SIGTERM under load',
    done: '16 posters, sqlite',
    figure: `exit ${code} after ${seconds.toFixed(1)} s; ${lost} lost, ${doubled} doubled`,
    target: 'exit 0 within 10 s, nothing lost',
    isMet: code === 0 && seconds < 10 && lost + doubled === 0,
  };
}

/** Posts whose answer came only after the kernel had synced something since they were sent. */
async function watchSyncs(): Promise<FaultRow> {
  const store = engines.sqlite();
  const server = await startServer(store.env);
  await setUpBoard(server.url);
  const trace = join(mkdtempSync(join(tmpdir(), 'board-strace-')), 'syncs');
  const calls = 'trace=fsync,fdatasync,sync_file_range';
  const args = ['-f', '-ttt', '-T', '-e', calls, '-o', trace, '-p', String(server.pid)];
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  strace.stderr.on('data', (chunk) => (said += String(chunk)));
  await waitFor('strace to attach', () => said.includes('attached'));
  const posts: { sentAt: number; answeredAt: number }[] = [];
  for (let at = 0; at < 100; at += 1) {
    const sentAt = Date.now() / 1000;
    await mustPost(server.url, 'anvil', String(at), `sync-${at}`);
    posts.push({ sentAt, answeredAt: (performance.timeOrigin + performance.now()) / 1000 });
  }
  strace.kill('SIGINT');
  await once(strace, 'exit');
  await server.kill();
  store.remove();
  // A call that was interrupted by another thread's stands in two lines; the end is in the second.
  const syncs = [...readFileSync(trace, 'utf8').matchAll(/^\d+ +(\d+\.\d+) .*sync.*= 0/gm)].map(
    ([, at]) => Number(at),
  );
  const synced = posts.filter(({ sentAt, answeredAt }) =>
    syncs.some((at) => at >= sentAt - 0.001 && at <= answeredAt),
  ).length;
  return {
    name: 'fsync before the acknowledgement',
    done: '100 posts one after another under strace, sqlite',
    figure: `${synced} of 100 answered after a sync (${syncs.length} syncs)`,
    target: 'every one',
    isMet: synced === 100,
  };
}

export async function faultsOfKills(kills: number): Promise<FaultRow[]> {
  return [
    await killAgain('sqlite', kills),
    await killAgain('postgres', kills),
    await watchSyncs(),
    await leaveUnderLoad(),
  ];
}
