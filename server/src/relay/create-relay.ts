import type { Log } from '../log.ts';
import { createLocalRelay } from './local/local-relay.ts';
import { RedisRelay } from './redis/redis-relay.ts';
import type { Relay } from './relay.ts';

/** The relay as configured: Redis where a URL is given, otherwise this node is alone. */
export function createRelay({ url, log }: { url: string | undefined; log: Log }): Relay {
  return url === undefined ? createLocalRelay({ log }) : new RedisRelay({ url, log });
}
