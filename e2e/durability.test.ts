import { describe, expect, it, onTestFinished } from 'vitest';
import { readLedger, setUpBoard, type LedgerEntry } from './api.ts';
import { engines } from './engines.ts';
import { createLoad, type Load } from './load.ts';
import { startServer } from './server.ts';

const rounds = 3;

/** Every acknowledged post at its position, nothing twice, no gap. */
function expectEachOnce(entries: LedgerEntry[], load: Load): void {
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  const positions = new Map<string, number[]>();
  for (const { seq, fact } of entries)
    if (fact.note !== undefined)
      positions.set(fact.note, [...(positions.get(fact.note) ?? []), seq]);
  const doubled = [...positions].filter(([, found]) => found.length > 1);
  expect(doubled).toEqual([]);
  const lost = [...load.acknowledged].filter(([key, seq]) => positions.get(key)?.[0] !== seq);
  expect(lost).toEqual([]);
}

describe.each(Object.entries(engines))('durability on %s', (_, createStore) => {
  it('[WS4] kill -9 under load, again and again, loses and doubles no acknowledged post', async () => {
    const store = createStore();
    onTestFinished(store.remove);
    const load = createLoad();
    for (let round = 0; round < rounds; round += 1) {
      const server = await startServer(store.env);
      if (round === 0) await setUpBoard(server.url);
      const posting = load.runUntilGone(server.url);
      await load.progress(20 + Math.floor(Math.random() * 300));
      await server.kill();
      await posting;
    }
    const last = await startServer(store.env);
    expect(load.unanswered.size).toBeGreaterThan(0);
    await load.sendAgain(last.url);
    expect(load.unanswered.size).toBe(0);
    expect(load.refused).toEqual(new Map());
    expectEachOnce(await readLedger(last.url), load);
    await last.kill();
  }, 240_000);

  it('[WS5] SIGTERM under load: exit 0, and every acknowledged post is there afterwards', async () => {
    const store = createStore();
    onTestFinished(store.remove);
    const load = createLoad();
    const server = await startServer(store.env);
    await setUpBoard(server.url);
    const posting = load.runUntilGone(server.url);
    await load.progress(200);
    const signalledAt = performance.now();
    server.signal('SIGTERM');
    expect(await server.exit).toMatchObject({ code: 0 });
    // Not a measurement: ten seconds are what the contract promises to whoever sends the signal.
    expect(performance.now() - signalledAt).toBeLessThan(10_000);
    await posting;
    expect([...load.refused.keys()].filter((status) => status !== 503)).toEqual([]);
    const next = await startServer(store.env);
    expectEachOnce(await readLedger(next.url), load);
    await next.kill();
  });
});
