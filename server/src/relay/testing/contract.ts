import { afterEach, describe, expect, test } from 'vitest';
import type { Relay, RelayMessage } from '../relay.ts';
import { until } from './until.ts';

/** Relays that hear each other, ready to carry. */
export type OpenRelays = (count: number) => Promise<Relay[]>;

export const committed = (to: number): RelayMessage => ({
  kind: 'committed',
  board: 'mill',
  epoch: 'e1',
  from: to,
  to,
  entries: [
    {
      board: 'mill',
      epoch: 'e1',
      seq: to,
      at: '2026-01-01T00:00:00.000Z',
      actor: 'steward:token',
      fact: { type: 'sector.put', id: 'north', name: `North ${to}` },
    },
  ],
});

/** What every relay does, whatever carries it. */
export function relayContract(name: string, openRelays: OpenRelays): void {
  describe(`${name} relay`, () => {
    let relays: Relay[] = [];
    const open = async (count: number): Promise<[Relay, ...Relay[]]> => {
      relays = await openRelays(count);
      // Every caller asks for at least one.
      return relays as [Relay, ...Relay[]];
    };
    const heardBy = (relay: Relay): RelayMessage[] => {
      const heard: RelayMessage[] = [];
      relay.subscribe((message) => heard.push(message));
      return heard;
    };

    afterEach(async () => {
      await Promise.all(relays.map((relay) => relay.close()));
    });

    test('[RL1] a message reaches every other node whole and in order, never its sender', async () => {
      const [a, ...others] = await open(3);
      const [own, ...heard] = [a, ...others].map(heardBy);
      const sent: RelayMessage[] = [
        committed(1),
        { kind: 'replaced', board: 'mill' },
        { kind: 'presence', node: 'a', counts: { mill: 3 } },
        ...Array.from({ length: 200 }, (_, i) => committed(i + 2)),
      ];
      for (const message of sent) a.publish(message);
      await until('all arrived', () => heard.every((list) => list.length === sent.length));
      // Boards have an order each; what is of none comes when it comes.
      const ofBoard = (list: readonly RelayMessage[]) => list.filter((one) => 'board' in one);
      for (const list of heard) {
        expect(ofBoard(list)).toEqual(ofBoard(sent));
        expect(list).toContainEqual(sent[2]);
      }
      expect(own).toEqual([]);
    });

    test('[RL2] a listener that throws or has left disturbs nobody', async () => {
      const [a, ...others] = await open(2);
      const b = others[0]!; // two were opened
      let left = 0;
      b.subscribe(() => {
        throw new Error('a listener of the test fails');
      });
      const leave = b.subscribe(() => {
        left += 1;
      });
      const heard = heardBy(b);
      a.publish(committed(1));
      await until('the first arrived', () => heard.length === 1);
      leave();
      a.publish(committed(2));
      await until('the second arrived', () => heard.length === 2);
      expect(left).toBe(1);
    });

    test('[RL3] publishing never throws, closed or not, and a closed relay hears nothing', async () => {
      const [a, ...others] = await open(3);
      const [b, c] = others as [Relay, Relay]; // three were opened
      const heard = heardBy(b);
      const control = heardBy(c);
      await b.close();
      b.publish(committed(1));
      a.publish(committed(2));
      await until('the open one heard', () => control.length === 1);
      expect(control).toEqual([committed(2)]);
      expect(heard).toEqual([]);
    });

    test('[RL4] a message too large with its entries still brings the positions', async () => {
      const [a, ...others] = await open(2);
      const heard = heardBy(others[0]!); // two were opened
      const entries = Array.from({ length: 2_000 }, (_, i) => committed(i + 1)).flatMap((message) =>
        message.kind === 'committed' ? (message.entries ?? []) : [],
      );
      a.publish({ kind: 'committed', board: 'mill', epoch: 'e1', from: 1, to: 2_000, entries });
      await until('it arrived', () => heard.length === 1);
      expect(heard[0]).toMatchObject({ kind: 'committed', board: 'mill', from: 1, to: 2_000 });
    });

    test('[RL5] a relay that carries says that it is healthy', async () => {
      const [a] = await open(1);
      expect(a.healthy()).toBe(true);
    });
  });
}
