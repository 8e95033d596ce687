import { setTimeout as pause } from 'node:timers/promises';
import { adoptionState, standardRow, type Fact } from '@emulation/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { BoardRegistry } from '../board/registry.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createLocalRelay } from '../relay/local/local-relay.ts';
import { demoBoard, startDemo, type Demo, type DemoDeps } from './demo.ts';
import { readDemoData } from './demo-data.ts';
import { lineName } from './demo-names.ts';
import { lastHistoryDate, writeScript } from './demo-script.ts';

const log: DemoDeps['log'] = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
const clock = { now: () => Date.now() };
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openNode(ledger: Ledger): Promise<BoardRegistry> {
  const registry = new BoardRegistry({ ledger, relay: createLocalRelay({ log }), clock, log });
  await registry.start();
  closing.push(() => registry.close());
  return registry;
}

async function play(
  registry: BoardRegistry,
  ledger: Ledger,
  config: Partial<DemoDeps['config']> = {},
): Promise<Demo> {
  const demo = startDemo({
    registry,
    ledger,
    clock,
    log,
    config: { SEED: 'demo', DEMO_DATA: 'short', DEMO_PACE_MS: 1, ...config },
  });
  closing.push(() => demo.stop());
  await demo.opened;
  return demo;
}

const now = Date.UTC(2026, 10, 24);

/** Results of the railway itself: the invented ones have a metric of their own. */
function isRealResult(fact: Fact): boolean {
  return fact.type === 'result.posted' && fact.metric !== 'minutes-won-together';
}

function resultsOf(registry: BoardRegistry): number {
  const metrics = [...(registry.get(demoBoard)?.state.metrics.values() ?? [])];
  return metrics.reduce((sum, metric) => sum + metric.valid, 0);
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 1000) throw new Error('it did not come to pass');
    await pause(10);
  }
}

describe('the demo board', () => {
  it('[DM1] shows every line of both files, and six months of them are replayed', async () => {
    for (const [which, rows, units] of [
      ['short', 16_289, 118],
      ['full', 56_021, 122],
    ] as const) {
      const data = await readDemoData(which);
      const { history, replay } = writeScript(data, now);
      const facts = history.map(({ fact }) => fact);
      const posted = facts.filter(isRealResult).length;
      expect(posted + replay.length).toBe(rows);
      expect(facts.filter((fact) => fact.type === 'unit.put')).toHaveLength(units);
      expect(new Set(replay.map((fact) => fact.achievedAt)).size).toBe(6);
      expect(lastHistoryDate(data)).toBe('2025-12-31');
    }
  });

  it('[DM2] lines read as people write them', () => {
    expect(lineName('BORDEAUX ST JEAN - PARIS MONTPARNASSE')).toBe(
      'Bordeaux Saint Jean → Paris Montparnasse',
    );
    expect(lineName('PARIS LYON - AIX EN PROVENCE TGV')).toBe('Paris Lyon → Aix en Provence TGV');
    expect(lineName('BELLEGARDE (AIN) - PARIS LYON')).toBe('Bellegarde (Ain) → Paris Lyon');
    expect(lineName('LA ROCHELLE VILLE - PARIS NORD')).toBe('La Rochelle Ville → Paris Nord');
  });

  it('[DM3] an empty ledger opens with the history, and the rest follows result by result', async () => {
    const ledger = new MemoryLedger();
    const registry = await openNode(ledger);
    await play(registry, ledger);
    const { replay } = writeScript(await readDemoData('short'), now);
    const history = 16_289 - replay.length + 13;
    expect(resultsOf(registry)).toBeGreaterThanOrEqual(history);
    await until(() => resultsOf(registry) >= history + 20);
  });

  it('[DM4] two nodes play one demo: each result is posted once, in order', async () => {
    const ledger = new MemoryLedger();
    const [a, b] = [await openNode(ledger), await openNode(ledger)];
    await Promise.all([play(a, ledger), play(b, ledger)]);
    await until(() => resultsOf(a) >= 13_600 && resultsOf(b) >= 13_600);
    await Promise.all(closing.splice(2).map((stop) => stop()));
    const { history, replay } = writeScript(await readDemoData('short'), now);
    const entries = await ledger.read(demoBoard, 1 + history.length, 100_000);
    expect(entries.map((entry) => entry.fact)).toEqual(replay.slice(0, entries.length));
  });

  it('[DM5] at the end the board starts over from its history, in a new epoch', async () => {
    const ledger = new MemoryLedger();
    const registry = await openNode(ledger);
    const demo = await play(registry, ledger, { DEMO_PACE_MS: 3_600_000 });
    const host = registry.get(demoBoard);
    const { history, replay } = writeScript(await readDemoData('short'), now);
    const at = new Date().toISOString();
    const drafts = replay.map((fact) => ({ fact, actor: 'system:demo', at }));
    await host?.commit(drafts, 'refuse');
    await demo.stop();
    const epoch = host?.state.epoch;
    await play(registry, ledger, { DEMO_PACE_MS: 20 });
    await until(() => host?.state.epoch !== epoch);
    expect(host?.state.seq).toBeLessThan(history.length + 10);
  });

  it('[DM7] tells of drives, experience, joint work, honours and standards, and marks each as invented', async () => {
    const ledger = new MemoryLedger();
    const registry = await openNode(ledger);
    await play(registry, ledger, { DEMO_PACE_MS: 3_600_000 });
    const state = registry.get(demoBoard)?.state;
    if (!state) throw new Error('the demo is open');
    const { drives, experiences, honours, standards } = state.books;
    const today = state.zone.dayAt(Date.now());
    const standard = [...standards.keys()].map((id) => {
      const metric = state.metrics.get(id);
      return metric && standardRow(state, metric, today);
    });
    expect(standard.map((row) => row?.value)).toEqual(['30']);
    for (const row of standard) {
      // It lives: some reach it, some do not yet, and a result proves it.
      expect(row?.reached).toBeGreaterThan(1);
      expect(row?.missing.length).toBeGreaterThan(0);
      expect([row?.result === null, row?.reason]).toEqual([
        false,
        expect.stringContaining('Invented'),
      ]);
    }
    expect([...drives.values()].map((drive) => [drive.state, drive.body.name])).toEqual([
      ['finalised', 'Autumn drive (invented)'],
      ['running', 'Drive for punctuality (invented)'],
    ]);
    const won = [...honours.honours.values()];
    expect(won.map(({ title }) => title)).toEqual(['winner', 'improver']);
    expect(drives.get('autumn-2025')?.final?.rows[0]?.unit).toBe(won[0]?.unit);
    const written = [...experiences.byId.values()];
    const states = written.map(
      ({ adoptions }) => new Set([...adoptions.values()].map(adoptionState)),
    );
    expect(states[0]).toEqual(new Set(['offered', 'trial', 'sustained', 'not-applicable']));
    expect(states[1]).toEqual(new Set(['offered', 'studying', 'trial']));
    const joint = state.metrics.get('minutes-won-together');
    expect(joint?.extras.joint.size).toBe(10);
    const texts = [
      ...[...drives.values()].map(({ body }) => body.objectives),
      ...won.map(({ citation }) => citation),
      ...written.map(({ change }) => change),
      ...(joint?.extras.notes.values() ?? []),
    ];
    for (const text of texts) expect(text).toMatch(/invented/i);
  });

  it('[DM6] no demo with SEED=none, on a ledger with boards, or once it was removed', async () => {
    const empty = new MemoryLedger();
    const none = await openNode(empty);
    await play(none, empty, { SEED: 'none' });
    expect(none.all()).toEqual([]);
    const removed = new MemoryLedger();
    await removed.keep('demo', 'removed');
    const after = await openNode(removed);
    await play(after, removed);
    expect(after.all()).toEqual([]);
    const used = new MemoryLedger();
    const own = await openNode(used);
    const body = { id: 'own', name: 'Own', timeZone: 'UTC', visibility: 'public' as const };
    await own.openBoard(body, 'steward:token');
    await play(own, used);
    expect(own.all().map((host) => host.board)).toEqual(['own']);
  });
});
