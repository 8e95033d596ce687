import { describe, expect, it } from 'vitest';
import { GroupCommit, WaitingRoom, type Settled } from './group-commit.ts';
import { LedgerUnavailable } from './ledger.ts';

/** A store whose transactions end when the test says so; what it commits is noted by group. */
function createStore() {
  const groups: number[][] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const commit = async (items: number[]): Promise<Settled<number>[]> => {
    groups.push(items);
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    return items.map((value) => ({ ok: true, value }));
  };
  return { groups, gates, commit };
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('group commit', () => {
  it('[LG34] what waits while a transaction runs is committed by the next one, in order', async () => {
    const { groups, gates, commit } = createStore();
    const writes = new GroupCommit(new WaitingRoom(100), commit);
    const first = [1, 2].map((item) => writes.submit(item, 1));
    await turn();
    const later = [3, 4, 5].map((item) => writes.submit(item, 1));
    await turn();
    expect(groups).toEqual([[1, 2]]);
    gates[0]?.resolve();
    expect(await Promise.all(first)).toEqual([1, 2]);
    await turn();
    expect(groups).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    gates[1]?.resolve();
    expect(await Promise.all(later)).toEqual([3, 4, 5]);
  });

  it('[LG35] when too many drafts wait the next post is refused, until some are committed', async () => {
    const { gates, commit } = createStore();
    const room = new WaitingRoom(10);
    const writes = new GroupCommit(room, commit);
    const other = new GroupCommit(room, commit);
    // An import larger than the room passes while nothing else waits.
    const large = writes.submit(1, 50);
    await expect(writes.submit(2, 1)).rejects.toBeInstanceOf(LedgerUnavailable);
    await expect(other.submit(2, 1)).rejects.toBeInstanceOf(LedgerUnavailable);
    await turn();
    gates[0]?.resolve();
    await large;
    const next = writes.submit(2, 1);
    await turn();
    gates[1]?.resolve();
    expect(await next).toBe(2);
  });

  it("[LG36] a fault that is not the store's fails one request, a fault of the store all of them", async () => {
    const attempt = async (error: Error) => {
      const commit = async (items: number[]): Promise<Settled<number>[]> => {
        if (items.includes(2)) throw error;
        return items.map((value) => ({ ok: true, value }));
      };
      const writes = new GroupCommit(new WaitingRoom(100), commit);
      const settled = await Promise.allSettled([1, 2, 3].map((item) => writes.submit(item, 1)));
      return settled.map(({ status }) => status);
    };
    expect(await attempt(new Error('a bad one'))).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await attempt(new LedgerUnavailable('disk full'))).toEqual(Array(3).fill('rejected'));
  });
});
