import type { Happening } from '@emulation/shared';
import { pino } from 'pino';
import { follow } from '../../client-sdk/src/follow.ts';
import { mustPost, readLedger, setUpBoard } from '../../e2e/api.ts';
import { stewardToken } from '../../e2e/server.ts';
import { waitFor } from '../../e2e/wait-for.ts';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config/config.ts';
import { MemoryLedger } from '../../server/src/ledger/memory/memory-ledger.ts';
import type { FaultRow } from './row.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The server's clock jumps a day on, and two back, while results are posted and watched. */
export async function faultsOfClocks(postsPerJump = 50): Promise<FaultRow[]> {
  const env = { PORT: '0', HOST: '127.0.0.1', SEED: 'none', STEWARD_TOKEN: stewardToken };
  const read = readConfig(env);
  if (read.kind !== 'read') throw new Error('the configuration of this run is bad');
  let offsetMs = 0;
  const clock = { now: () => Date.now() + offsetMs };
  const parts = { clock, ledger: new MemoryLedger(), log: pino({ level: 'error' }) };
  const app = await createApp(read.config, parts);
  const { url } = await app.listen();
  await setUpBoard(url);
  const told: Happening[] = [];
  const board = follow(
    { origin: url, board: 'plant', topics: ['feed'] },
    { happening: (happening) => void told.push(happening) },
  );
  await waitFor('the client to follow', () => board.epoch() !== null);
  const acknowledged = new Map<string, number>();
  let slowest = 0;
  for (const [at, jumpMs] of [0, dayMs, -2 * dayMs, dayMs].entries()) {
    offsetMs += jumpMs;
    for (let more = 0; more < postsPerJump; more += 1) {
      const key = `clock-${at}-${more}`;
      const before = told.length;
      const begun = performance.now();
      acknowledged.set(
        key,
        (await mustPost(url, 'anvil', String(at * postsPerJump + more + 1), key)).seq,
      );
      await waitFor('the client to be told', () => told.length > before);
      slowest = Math.max(slowest, performance.now() - begun);
    }
  }
  const entries = await readLedger(url);
  const wrong = [...acknowledged].filter(
    ([key, seq]) => entries[seq - 1]?.fact.note !== key,
  ).length;
  board.close();
  await app.close();
  return [
    {
      name: 'clock jumps',
      done: `a day on, two back, a day on; ${4 * postsPerJump} posts and a client that watches`,
      figure: `${wrong} acknowledged posts lost, the client told within ${Math.ceil(slowest)} ms`,
      target: 'nothing lost, told within 1 s',
      isMet: wrong === 0 && slowest < 1000,
    },
  ];
}
