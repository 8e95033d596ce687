import type { Log } from '../log.ts';
import { createLocalRelay } from './local/local-relay.ts';
import type { Relay } from './relay.ts';

/** The relay as configured: Redis where a URL is given, otherwise this node is alone. */
export async function createRelay(place: { url: string | undefined; log: Log }): Promise<Relay> {
  const { url, log } = place;
  if (url === undefined) return createLocalRelay({ log });
  const { RedisRelay } = await import('./redis/redis-relay.ts');
  return new RedisRelay({ url, log });
}
