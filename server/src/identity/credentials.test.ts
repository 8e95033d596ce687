import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LocalHub } from '../relay/local/hub.ts';
import { createLocalRelay } from '../relay/local/local-relay.ts';
import { Credentials } from './credentials.ts';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function twoNodes(alive: () => ReadonlySet<string>, isConnected = true) {
  const hub = new LocalHub();
  const node = () => {
    const relay = createLocalRelay({ log, hub });
    const deaf = { publish: () => undefined, subscribe: () => () => undefined };
    return new Credentials({
      alive: async () => alive(),
      relay: isConnected ? relay : deaf,
      log,
    });
  };
  return [node(), node()] as const;
}

it('[ID10] what is ended on one node has ended on the others at once', async () => {
  const [here, there] = twoNodes(() => new Set(['phone', 'desk']));
  const heard = vi.fn<(ended: ReadonlySet<string>) => void>();
  there.follow('phone');
  there.onEnded(heard);
  here.end(['phone']);
  await vi.advanceTimersByTimeAsync(1);
  expect(there.holds('phone')).toBe(false);
  expect(heard).toHaveBeenCalledWith(new Set(['phone']));
});

it('[ID10] without the relay a node notices by itself, within two seconds', async () => {
  const alive = new Set(['phone', 'desk']);
  const [here, there] = twoNodes(() => alive, false);
  there.follow('phone');
  there.follow('desk');
  alive.delete('phone');
  here.end(['phone']);
  expect(there.holds('phone')).toBe(true);
  await vi.advanceTimersByTimeAsync(2000);
  expect(there.holds('phone')).toBe(false);
  expect(there.holds('desk')).toBe(true);
});

it('[ID10] while the store does not answer nobody is turned out', async () => {
  const [here] = twoNodes(() => {
    throw new Error('away');
  });
  here.follow('phone');
  await vi.advanceTimersByTimeAsync(5000);
  expect(here.holds('phone')).toBe(true);
});
